/**
 * Definitions that exclude each other, made in the branches of a condition that nobody can decide, as the one definition that is there in any case:
 * what they agree on is known, what they differ in is one of several. Only where they are of one kind and of one key or name.
 */

import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { EQUALITY_FIELD, hashKey } from "../../../python/values/hash-key.ts";
import { oneOf } from "../../../python/values/one-of.ts";
import type { AssetsPayload } from "../../model/objects.ts";

/** `undefined` where they are not alternatives of one definition. */
export function mergeAlternatives(objects: readonly LibraryObject[], condition: Unknown): LibraryObject | undefined {
  const [first, ...others] = objects;
  if (!first || others.length === 0 || others.some((other) => !isAlternative(first, other))) return undefined;
  return merged(objects, condition);
}

function isAlternative(left: LibraryObject, right: LibraryObject): boolean {
  if (left.type !== right.type || !isSamePayload(left, right)) return false;
  const [own, other] = [specsIn(left), specsIn(right)];
  if (own && other) return own.length === other.length && own.every((spec, index) => isSameKey(spec, other[index]));
  return !own && !other && isSameKey(left, right);
}

/** Of assets, what made them may say differently how they are run; anything else with data of its own is left as it is. */
function isSamePayload(left: LibraryObject, right: LibraryObject): boolean {
  const [own, other] = [left.payload, right.payload] as readonly (AssetsPayload | undefined)[];
  if (own === undefined || other === undefined) return own === other;
  return own.kind === "assets" && other.kind === "assets" && own.definition === other.definition && own.execution === other.execution;
}

function specsIn(object: LibraryObject): readonly Value[] | undefined {
  const specs = object.fields.get("specs");
  return specs?.kind === "list" && specs.complete ? specs.items : undefined;
}

function isSameKey(left: Value, right: Value | undefined): boolean {
  if (left.kind !== "object" || right?.kind !== "object") return false;
  for (const name of ["key", "name"]) {
    const [own, other] = [left.fields.get(name), right.fields.get(name)];
    if (own && other && own.kind !== "none") return hashKey(own) !== undefined && hashKey(own) === hashKey(other);
  }
  return false;
}

function merged(objects: readonly LibraryObject[], condition: Unknown): LibraryObject {
  const [first] = objects as readonly [LibraryObject];
  const fields = new Map<string, Value>();
  for (const name of new Set(objects.flatMap((object) => [...object.fields.keys()]))) {
    if (name === EQUALITY_FIELD) continue;
    fields.set(name, name === "specs" ? mergedSpecs(objects, condition) : either(valuesOf(objects, name), condition));
  }
  const { condition: _, ...rest } = first;
  return { ...rest, fields };
}

function valuesOf(objects: readonly LibraryObject[], name: string): readonly Value[] {
  return objects.map((object) => object.fields.get(name) ?? { kind: "none" });
}

function mergedSpecs(objects: readonly LibraryObject[], condition: Unknown): Value {
  const [own = [], ...others] = objects.map((object) => specsIn(object) ?? []);
  const items = own.map((spec, index) => {
    const all = [spec, ...others.map((list) => list[index])].filter((each): each is LibraryObject => each?.kind === "object");
    return merged(all, condition);
  });
  return { kind: "list", items, complete: true };
}

function either(values: readonly Value[], condition: Unknown): Value {
  const [first = condition, ...others] = values;
  return others.every((other) => isSame(first, other)) ? first : oneOf(values, false, condition);
}

/** Equal in all that can be told apart, whatever made them. */
function isSame(left: Value, right: Value): boolean {
  if (left === right) return true;
  const key = hashKey(left);
  if (key !== undefined && key === hashKey(right)) return true;
  if ((left.kind === "list" && right.kind === "list") || (left.kind === "tuple" && right.kind === "tuple"))
    return areSame(left.items, right.items) && left.complete && right.complete;
  if (left.kind === "set" && right.kind === "set")
    return left.complete && right.complete && areSame([...left.items.values()], [...right.items.values()]);
  if (left.kind === "dict" && right.kind === "dict") {
    const [own, other] = [[...left.entries], [...right.entries]];
    return (
      left.complete &&
      right.complete &&
      areSame(
        own.map(([, entry]) => entry.value),
        other.map(([, entry]) => entry.value),
      ) &&
      sameKeys(own, other)
    );
  }
  if (left.kind !== "object" || right.kind !== "object" || left.type !== right.type) return false;
  return [...left.fields].every(([name, value]) => name === EQUALITY_FIELD || isSame(value, right.fields.get(name) ?? { kind: "none" }));
}

function sameKeys(left: readonly (readonly [string, unknown])[], right: readonly (readonly [string, unknown])[]): boolean {
  return left.every(([key], index) => key === right[index]?.[0]);
}

function areSame(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, index) => isSame(item, right[index] as Value));
}
