/** In what two specs of one key certainly differ. Only attributes that can be compared through and through are. */

import type { LibraryObject, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";

const ATTRIBUTES = ["description", "group_name", "code_version", "owners", "tags", "skippable"];

export function differingAttribute(left: LibraryObject, right: LibraryObject): string | undefined {
  return ATTRIBUTES.find((name) => {
    const [one, other] = [left, right].map((spec) => identityOf(spec.fields.get(name)));
    return one !== undefined && other !== undefined && one !== other;
  });
}

/** Equal strings are equal values; `undefined` where that is not known. */
export function identityOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case undefined:
    case "none":
      return "None";
    case "list":
    case "tuple": {
      const items = value.items.map(identityOf);
      return value.complete && items.every((item) => item !== undefined) ? `[${items.join(",")}]` : undefined;
    }
    case "dict": {
      const entries = [...value.entries].map(([key, entry]) => [key, identityOf(entry.value)] as const);
      return value.complete && entries.every(([, item]) => item !== undefined) ? JSON.stringify(entries.sort()) : undefined;
    }
    default:
      return value && hashKey(value);
  }
}
