/** What Jinja loops over, takes from and slices. */
import { type DbtUnknown, type DbtValue, dbtUnknown, isMapping, isObject, isUnknown, numberOf, pythonStr, UNDEFINED } from "../value.ts";

/** The items of a value, or why they are not known. A mapping gives its keys, text its characters, undefined nothing. */
export function iterate(value: DbtValue): DbtValue[] | DbtUnknown {
  if (Array.isArray(value)) return value;
  if (isMapping(value)) return [...value.keys()];
  if (typeof value === "string") return [...value];
  if (isUnknown(value)) return value;
  if (isObject(value) && !value.truth) return [];
  return value === null ? [] : dbtUnknown("unsupported", `\`${pythonStr(value)}\` cannot be looped over`);
}

/** `object[index]`. */
export function takeItem(object: DbtValue, index: DbtValue): DbtValue {
  if (isUnknown(object)) return object;
  if (isUnknown(index)) return index;
  if (isMapping(object)) return object.get(pythonStr(index)) ?? UNDEFINED;
  const position = numberOf(index);
  if (Array.isArray(object) || typeof object === "string") {
    if (position === undefined) return UNDEFINED;
    return (typeof object === "string" ? [...object] : object).at(position) ?? UNDEFINED;
  }
  if (isObject(object)) return object.attribute?.(pythonStr(index)) ?? UNDEFINED;
  return UNDEFINED;
}

export interface SliceBounds {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly step: number | undefined;
}

export function sliceOf(object: DbtValue, { from, to, step = 1 }: SliceBounds): DbtValue {
  if (isUnknown(object)) return object;
  if (typeof object === "string") return sliced([...object], from, to, step).join("");
  return Array.isArray(object) ? sliced(object, from, to, step) : UNDEFINED;
}

function sliced<Item>(items: readonly Item[], from: number | undefined, to: number | undefined, step: number): Item[] {
  if (step > 0) return items.slice(from, to).filter((_, index) => index % step === 0);
  if (step === 0) return [];
  const last = from === undefined ? items.length - 1 : from < 0 ? items.length + from : Math.min(from, items.length - 1);
  const end = to === undefined ? -1 : to < 0 ? items.length + to : to;
  const taken: Item[] = [];
  for (let index = last; index > end; index += step) {
    const item = items[index];
    if (item !== undefined) taken.push(item);
  }
  return taken;
}
