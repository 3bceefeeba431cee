/** `Definitions` objects that are merged into one: by `Definitions.merge`, and by the folders of definitions, which merge what their files hold. */

import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { payloadOf } from "../../../dagster/model/payload.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { objectsByType } from "../logged.ts";
import { remember } from "../remember.ts";

/** The parts of each merge, in order, where all parts are certain. */
export const mergedDefinitions: (location: LoadedLocation) => readonly (readonly LibraryObject[])[] = remember(findMergedDefinitions);

function findMergedDefinitions(location: LoadedLocation): readonly (readonly LibraryObject[])[] {
  const { calls, graphs } = location;
  const seen = new Set<Value>();
  const found: (readonly LibraryObject[])[] = [];
  const visit = (value: Value): void => {
    if (value.kind !== "object" || value.type !== "dagster.Definitions" || seen.has(value)) return;
    seen.add(value);
    const payload = payloadOf(value, "merged");
    if (!payload || value.condition) return;
    for (const part of payload.parts) visit(part);
    found.push(
      payload.parts.flatMap((part) => (part.kind === "object" && part.type === "dagster.Definitions" && !part.condition ? [part] : [])),
    );
  };
  for (const { result, guarded } of calls) if (result && !guarded) visit(result);
  for (const { target } of graphs) if (target) visit(target);
  for (const object of objectsByType(location).get("dagster.Definitions") ?? []) visit(object);
  return found;
}

const PLAIN: ReadonlySet<Value["kind"]> = new Set(["str", "int", "float", "bool", "none"]);

/** True when Python would surely say that they are two objects. Equal texts and numbers may be one. */
export function areTwoObjects(left: Value, right: Value): boolean {
  if (left === right) return false;
  const made = (value: Value): boolean =>
    value.kind === "object" || value.kind === "instance" || value.kind === "function" || value.kind === "class";
  if (made(left) && made(right)) return true;
  if (left.kind === "symbol" && right.kind === "symbol") return left.name !== right.name;
  if (PLAIN.has(left.kind) && PLAIN.has(right.kind)) return hashKey(left) !== hashKey(right);
  return (made(left) && PLAIN.has(right.kind)) || (made(right) && PLAIN.has(left.kind));
}
