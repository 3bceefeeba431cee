/** What a step did to an asset: the fields of its spec (or of its definition) that are not what they were, in the words of the graph document. */

import type { LibraryObject, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import type { DerivationStep } from "../../../types/explanation.ts";
import { FIELD_RULES } from "./field-rules.ts";
import { valueText } from "./value-text.ts";

export type Change = DerivationStep["changes"][number];

const KIND_PREFIX = "dagster/kind/";

/** `index` is the position of the key among the specs of its definition. */
export function assetChanges(before: LibraryObject, after: LibraryObject, index: number): readonly Change[] {
  const [old, now] = [specAt(before, index), specAt(after, index)];
  return FIELD_RULES.asset.flatMap(({ field, stored }) => {
    if (stored === undefined) return [];
    const [left, right] =
      stored === "backfill_policy"
        ? [before.fields.get(stored), after.fields.get(stored)]
        : [old?.fields.get(stored), now?.fields.get(stored)];
    if (left === right || (left && right && isSame(left, right))) return [];
    const [was, is] = [fieldText(field, left), fieldText(field, right)];
    const isReplaced = left?.kind === "object" && right?.kind === "object" && field !== "key";
    return was === is && !isReplaced ? [] : [{ field, before: was, after: is }];
  });
}

/** The spec of a key in its definition; a spec or source asset is its own. */
export function specAt(object: LibraryObject, index: number): LibraryObject | undefined {
  const specs = object.fields.get("specs");
  if (specs?.kind !== "list") return object;
  const spec = specs.items.flatMap((item) => (item.kind === "one-of" ? item.options : [item]))[index];
  return spec?.kind === "object" ? spec : undefined;
}

function isSame(left: Value, right: Value): boolean {
  const key = hashKey(left);
  return key !== undefined && key === hashKey(right);
}

/** Kinds are tags, and shown apart from them. */
function fieldText(field: string, value: Value | undefined): string | null {
  if (field !== "kinds" && field !== "tags") return valueText(value, field);
  if (value?.kind !== "dict") return valueText(value, field);
  const names = [...value.entries.values()].flatMap(({ key, value: item }) => (key.kind === "str" ? [[key.value, item] as const] : []));
  const shown =
    field === "kinds"
      ? names.flatMap(([name]) => (name.startsWith(KIND_PREFIX) ? [name.slice(KIND_PREFIX.length)] : []))
      : names.flatMap(([name, item]) => (name.startsWith(KIND_PREFIX) ? [] : [`${name}: ${valueText(item, name) ?? ""}`]));
  return shown.length === 0 ? null : shown.sort().join(", ");
}
