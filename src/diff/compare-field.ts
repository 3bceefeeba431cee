/** The three shapes that a field can have: a scalar, a set, a mapping. Absent and null are one; order of a set does not count. */
import { compareKeys } from "../base/order.ts";
import type { FieldName } from "../types/review-report.ts";
import type { ComparedField, ComparedObject, Entry, Renamed } from "./entry.ts";

export function scalarField<T extends ComparedObject>(
  field: FieldName,
  property: string,
  read: (entry: Entry<T>, renamed: Renamed | null) => string | null,
): ComparedField<T> {
  return {
    field,
    property,
    compare: (base, head, renamed) => {
      const before = read(base, renamed);
      const after = read(head, null);
      return before === after ? null : { field, before: read(base, null), after, added: [], removed: [] };
    },
  };
}

/** `follow` translates a member of the base; members are sorted in the result. */
export function setField<T extends ComparedObject>(
  field: FieldName,
  property: string,
  read: (entry: Entry<T>) => Iterable<string>,
  follow: (member: string, renamed: Renamed) => string = (member) => member,
): ComparedField<T> {
  return {
    field,
    property,
    compare: (base, head, renamed) => {
      const followed = Array.from(read(base), (member) => follow(member, renamed));
      const present = Array.from(read(head));
      if (followed.length === present.length && followed.every((member, index) => member === present[index])) {
        return null;
      }
      const before = new Set(followed);
      const after = new Set(present);
      const added = [...after].filter((member) => !before.has(member)).sort(compareKeys);
      const removed = [...before].filter((member) => !after.has(member)).sort(compareKeys);
      return added.length + removed.length === 0 ? null : { field, before: null, after: null, added, removed };
    },
  };
}

/** Key by key; an entry reads `key: value`, and a key whose value changed is both removed and added. */
export function mappingField<T extends ComparedObject>(
  field: FieldName,
  property: string,
  read: (entry: Entry<T>) => Readonly<Record<string, unknown>>,
): ComparedField<T> {
  return setField(field, property, (entry) => Object.entries(read(entry)).map(([key, value]) => `${key}: ${printValue(value)}`));
}

/** A body changed when both sides have one and the hashes differ; a field without values. */
export function codeField<T extends ComparedObject>(): ComparedField<T> {
  return {
    field: "code",
    property: "code",
    compare: (base, head) => {
      const same = base.codeHash === null || head.codeHash === null || base.codeHash === head.codeHash;
      return same ? null : { field: "code", before: null, after: null, added: [], removed: [] };
    },
  };
}

/** Strings bare, everything else as JSON with sorted keys. */
export function printValue(value: unknown): string {
  return typeof value === "string" ? value : stableJson(value);
}

/** JSON whose object keys are sorted, so that equal values print equal text. `undefined` prints as null. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(stableJson).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([left], [right]) => compareKeys(left, right));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}: ${stableJson(member)}`).join(", ")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
