/** `value[index]` and slices. */
import type { Location } from "../../base/span.ts";
import type { Slice } from "../../syntax/expression.ts";
import { ofMetaclass } from "../attribute/class-attribute.ts";
import { certainlyLacks } from "../attribute/known-members.ts";
import { fails, typeNameOf } from "../failure.ts";
import { REPOSITORY_ROOT } from "../files/virtual-path.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { int, list, NONE, setEntry, str, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { DictValue, InstanceValue, LibraryObject, Unknown, Value } from "../value.ts";
import { definesMethod, instanceOf } from "../values/derived.ts";
import { scalarOf } from "../values/enum-scalar.ts";
import { hashKey } from "../values/hash-key.ts";
import { distribute } from "../values/one-of.ts";
import { refuseUnhashable } from "./display.ts";
import { genericAlias } from "./type-form.ts";

/** `slice(lower, upper, step)`; fields `start`, `stop`, `step`. */
export const SLICE = "builtins.slice";

export function evaluateSlice(machine: Machine, node: Slice, frame: Frame): Value {
  const part = (expression: Slice["lower"]) => (expression ? machine.evaluate(expression, frame) : NONE);
  const fields = new Map<string, Value>([
    ["start", part(node.lower)],
    ["stop", part(node.upper)],
    ["step", part(node.step)],
  ]);
  return { kind: "object", type: SLICE, fields, at: placeOf(frame, node) };
}

export function subscriptOf(machine: Machine, object: Value, index: Value, at: Location): Value {
  if (object.kind === "unknown") return object;
  if (object.kind === "one-of") return distribute(object, (option) => subscriptOf(machine, option, index, at));
  if (object.kind === "object" || object.kind === "instance") return subscriptObject(machine, object, index, at);
  if (object.kind === "class" && ofMetaclass(object, "__getitem__"))
    return machine.call(
      machine.attribute(object, "__getitem__", at),
      { positional: [{ value: index, at }], keywords: new Map(), complete: true },
      at,
    );
  if (object.kind === "class") return object.flavour === "enum" ? enumMember(object, index, at) : genericAlias(object, index, at);
  if (object.kind === "symbol") return memberOfLibrary(machine, object.name, index) ?? genericAlias(object, index, at);
  if (definesMethod(object, "__getitem__"))
    return machine.call(
      machine.attribute(object, "__getitem__", at),
      { positional: [{ value: index, at }], keywords: new Map(), complete: true },
      at,
    );
  return ownItem(machine, object, index, at);
}

/** As the builtin class does it, whatever a class of the repository makes of it. */
export function ownItem(machine: Machine, object: Value, index: Value, at: Location): Value {
  if (index.kind === "unknown") return index;
  if (index.kind === "one-of") return distribute(index, (option) => ownItem(machine, object, option, at));
  switch (object.kind) {
    case "dict":
      return dictItem(machine, object, index, at);
    case "list":
    case "tuple":
    case "iterator":
      return sequenceItem(machine, object, index, at);
    case "str":
      return stringItem(machine, object.value, index, at);
    case "bytes":
      return bytesItem(machine, object.value, index, at);
    default:
      return raise("TypeError", `'${object.kind}' object is not subscriptable`, at);
  }
}

/** `Status["RUNNING"]`: a member of a library's enumeration by its name. */
function memberOfLibrary(machine: Machine, type: string, index: Value): Value | undefined {
  const { library } = machine.options;
  return index.kind === "str" ? library.constants.get(library.canonical(`${type}.${index.value}`)) : undefined;
}

function dictItem(machine: Machine, target: DictValue, index: Value, at: Location): Value {
  const key = hashKey(index);
  refuseUnhashable(machine, index, at);
  if (key === undefined) return machine.unknown("unsupported", "this key is not known", at);
  const entry = target.entries.get(key);
  if (entry) return entry.value;
  if (!target.complete) return target.gap ?? machine.unknown("unsupported", "this dict is not wholly known", at);
  if (target.counts) return int(0);
  if (definesMethod(target, "__missing__"))
    return machine.call(
      machine.attribute(target, "__missing__", at),
      { positional: [{ value: index, at }], keywords: new Map(), complete: true },
      at,
    );
  if (target.factory) {
    const value = machine.call(target.factory, { positional: [], keywords: new Map(), complete: true }, at);
    setEntry(target, index, value);
    return value;
  }
  return raise("KeyError", index.kind === "str" ? index.value : key.slice(1), at);
}

/** A sequence has no item by this index, if its type is that of a builtin. */
function wrongIndex(machine: Machine, owner: string, index: Value, at: Location): Unknown {
  if (!NO_INDEX.has(index.kind) || instanceOf(index)) return machine.unknown("unsupported", "this index is not known", at);
  const message = `${owner} indices must be integers or slices, not ${typeNameOf(index)}`;
  return fails(machine, { exception: "TypeError", message, at, values: [index] });
}

const NO_INDEX: ReadonlySet<Value["kind"]> = new Set(["none", "str", "float", "list", "tuple", "dict"]);

type SequenceLike = {
  readonly kind: "list" | "tuple" | "iterator";
  readonly items: readonly Value[];
  readonly complete: boolean;
  readonly gap?: Unknown;
};

function sequenceItem(machine: Machine, target: SequenceLike, index: Value, at: Location): Value {
  if (index.kind === "object" && index.type === SLICE) {
    const items = sliced(target.items, index);
    if (!items) return machine.unknown("unsupported", "this slice is not known", at);
    return target.kind === "tuple" ? tuple(items, target.gap) : list(items, target.gap);
  }
  const indexed = definesMethod(index, "__index__")
    ? machine.call(machine.attribute(index, "__index__", at), { positional: [], keywords: new Map(), complete: true }, at)
    : scalarOf(index);
  const position = indexed.kind === "int" || indexed.kind === "bool" ? Number(indexed.value) : undefined;
  if (position === undefined) return wrongIndex(machine, target.kind, index, at);
  const unsure = target.items.some((item) => item.kind === "one-of" && item.maybeAbsent);
  if (unsure || (!target.complete && position < 0))
    return target.gap ?? machine.unknown("unsupported", "which items are here is not known", at);
  const item = target.items.at(position);
  if (item) return item;
  return target.complete
    ? raise("IndexError", `${target.kind} index out of range`, at)
    : (target.gap ?? machine.unknown("unsupported", "this item is not known", at));
}

/** Does an index count through the folder that stands for the repository? From the end, or past that folder's own length, it does not. */
function cutsRoot(text: string, index: Value): boolean {
  if (!text.startsWith(REPOSITORY_ROOT)) return false;
  const bounds = index.kind === "object" && index.type === SLICE ? [index.fields.get("start"), index.fields.get("stop")] : [index];
  return bounds.some((bound, position) => {
    if (bound?.kind !== "int") return false;
    const count = Number(bound.value);
    if (count < 0) return -count > text.length - REPOSITORY_ROOT.length;
    const isWhole = count === 0 && position === 0 && bounds.length > 1;
    return !isWhole && count < REPOSITORY_ROOT.length;
  });
}

function stringItem(machine: Machine, text: string, index: Value, at: Location): Value {
  if (cutsRoot(text, index)) return machine.unknown("runtime-input", "the folder that holds the repository is known at run time only", at);
  const characters = [...text];
  if (index.kind === "object" && index.type === SLICE) {
    const items = sliced(characters, index);
    return items ? str(items.join("")) : machine.unknown("unsupported", "this slice is not known", at);
  }
  const position = index.kind === "int" ? Number(index.value) : undefined;
  if (position === undefined) return wrongIndex(machine, "string", index, at);
  const character = characters.at(position);
  return character === undefined ? raise("IndexError", "string index out of range", at) : str(character);
}

function bytesItem(machine: Machine, bytes: string, index: Value, at: Location): Value {
  if (index.kind === "object" && index.type === SLICE) {
    const items = sliced([...bytes], index);
    return items ? { kind: "bytes", value: items.join("") } : machine.unknown("unsupported", "this slice is not known", at);
  }
  const code = index.kind === "int" ? bytes.at(Number(index.value))?.charCodeAt(0) : undefined;
  if (index.kind !== "int") return machine.unknown("unsupported", "this index is not known", at);
  return code === undefined ? raise("IndexError", "index out of range", at) : int(code);
}

/** Python's slice of a sequence; `undefined` when a bound is not a known number. */
function sliced<Item>(items: readonly Item[], slice: LibraryObject): Item[] | undefined {
  const bounds = ["start", "stop", "step"].map((name) => {
    const field = slice.fields.get(name);
    return field?.kind === "int" ? Number(field.value) : field?.kind === "none" ? null : undefined;
  });
  const [start, stop, step] = bounds;
  if (start === undefined || stop === undefined || step === undefined || step === 0) return undefined;
  const stride = step ?? 1;
  const { length } = items;
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value < 0 ? value + length : value, low), high);
  const from = start === null ? (stride > 0 ? 0 : length - 1) : clamp(start, stride > 0 ? 0 : -1, stride > 0 ? length : length - 1);
  const to = stop === null ? (stride > 0 ? length : -1) : clamp(stop, stride > 0 ? 0 : -1, stride > 0 ? length : length - 1);
  const result: Item[] = [];
  for (let position = from; stride > 0 ? position < to : position > to; position += stride) result.push(items[position] as Item);
  return result;
}

function enumMember(object: Extract<Value, { kind: "class" }>, index: Value, at: Location): Value {
  const member = index.kind === "str" ? object.namespace.get(index.value) : undefined;
  return member ?? raise("KeyError", index.kind === "str" ? index.value : "?", at);
}

function subscriptObject(machine: Machine, object: LibraryObject | InstanceValue, index: Value, at: Location): Value {
  const args = { positional: [{ value: index, at }], keywords: new Map(), complete: true };
  const types = object.kind === "object" ? [object.type] : object.class.mro.flatMap((base) => (base.kind === "symbol" ? [base.name] : []));
  for (const type of types) {
    const model = machine.options.library.types.get(type);
    if (model?.subscript) return model.subscript(object, index, { args, at, interpreter: machine });
  }
  if (object.kind === "instance" && object.class.mro.some((base) => base.kind === "class" && base.namespace.has("__getitem__"))) {
    return machine.call(machine.attribute(object, "__getitem__", at), args, at);
  }
  if (object.kind === "instance" && object.class.flavour === "named-tuple")
    return subscriptOf(machine, tuple([...object.attributes.values()]), index, at);
  if (certainlyLacks(machine, object, "__getitem__"))
    return fails(machine, { exception: "TypeError", message: `'${typeNameOf(object)}' object is not subscriptable`, at, values: [object] });
  const name = object.kind === "object" ? object.type : object.class.name;
  return machine.unknown("unsupported", `the items of a \`${name}\` are not known`, at);
}
