/** In what two specs of one key certainly differ. Only attributes that can be compared through and through are. */

import type { LibraryObject, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { keyOfDep } from "./keys.ts";

const ATTRIBUTES = ["description", "group_name", "code_version", "owners", "tags", "skippable"];

export function differingAttribute(left: LibraryObject, right: LibraryObject): string | undefined {
  return ATTRIBUTES.find((name) => {
    const [one, other] = [left, right].map((spec) => identityOf(spec.fields.get(name)));
    return one !== undefined && other !== undefined && one !== other;
  });
}

/**
 * The same of two specs of one op, of which the last is `last`: what its output says completes all specs of the key, so that an earlier one differs only
 * in what it says itself. Source: `AssetsDefinition.__init__`, `normalized_specs`.
 */
export function differingWithinOp(earlier: LibraryObject, last: LibraryObject, node: Value | undefined): string | undefined {
  const field = (of: LibraryObject, name: string): string | undefined => identityOf(of.fields.get(name));
  const plain = ["group_name", "owners", "tags"].find((name) => {
    const [one, other] = [field(earlier, name), field(last, name)];
    return one !== undefined && other !== undefined && one !== other;
  });
  const completed = ["description", "code_version"].find((name) => {
    const [one, other] = [field(earlier, name), field(last, name)];
    const ofNode = node?.kind === "object" ? field(node, name) : "None";
    return one !== undefined && other !== undefined && ofNode !== undefined && one !== other && one !== "None" && one !== ofNode;
  });
  return plain ?? completed ?? (differInDeps(earlier, last) ? "deps" : differInMetadata(earlier, last) ? "metadata" : undefined);
}

function differInDeps(left: LibraryObject, right: LibraryObject): boolean {
  const [one, other] = [left, right].map(({ fields }) => {
    const deps = fields.get("deps");
    const keys = deps?.kind === "list" && deps.complete ? deps.items.map(keyOfDep) : [undefined];
    return keys.every((key) => key !== undefined) ? keys.join("\n") : undefined;
  });
  return one !== undefined && other !== undefined && one !== other;
}

function differInMetadata(earlier: LibraryObject, last: LibraryObject): boolean {
  const [one, other] = [earlier.fields.get("metadata"), last.fields.get("metadata")];
  if (one?.kind !== "dict" || (other?.kind === "dict" && !other.complete) || other?.kind === "unknown") return false;
  return [...one.entries].some(([key, { value }]) => {
    const same = other?.kind === "dict" ? other.entries.get(key) : undefined;
    const [left, right] = [identityOf(value), same ? identityOf(same.value) : "absent"];
    return left !== undefined && right !== undefined && left !== right;
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
    case "object":
      return WITHOUT_PARAMETERS.test(value.type) ? "()" : hashKey(value);
    default:
      return value && hashKey(value);
  }
}

/** Partition mappings without parameters are empty tuples in Python, and equal to each other. */
const WITHOUT_PARAMETERS = /^dagster\.(?:All|Last|Identity)PartitionMapping$/;
