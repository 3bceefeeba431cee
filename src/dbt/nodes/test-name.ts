/** The names dbt makes for generic tests, and the hash at the end of their `unique_id`. Names of 64 characters or more are cut and hashed. */

import { md5 } from "../../base/hash/md5.ts";
import { compareKeys } from "../../base/order.ts";
import { type DbtMapping, type DbtValue, isMapping, pythonStr, stringRepr } from "../value.ts";

const LONGEST_NAME = 64;
const HASH_LENGTH = 10;

export interface TestNames {
  /** Of the compiled file and the alias. */
  readonly short: string;
  /** Of the node. */
  readonly full: string;
}

export function synthesizeTestNames(type: string, target: string, args: DbtMapping): TestNames {
  const parts: DbtValue[] = [];
  for (const key of sortedKeys(args)) {
    if (key === "model") continue;
    const value = args.get(key) ?? null;
    if (isMapping(value)) parts.push(...value.values());
    else if (Array.isArray(value)) parts.push(...value);
    else parts.push(value);
  }
  const unique = parts.map((part) => pythonStr(part).replace(/[^0-9a-zA-Z_]+/g, "_")).join("__");
  const identifier = `${type}_${target}`;
  const full = `${identifier}_${unique}`;
  return { full, short: full.length >= LONGEST_NAME ? `${identifier.slice(0, 30)}_${md5(full)}` : full };
}

/** Ten digits that keep tests of one name apart. */
export function testHash(name: string, metadata: DbtMapping): string {
  return md5(`${name}${sortedRepr(metadata)}`).slice(-HASH_LENGTH);
}

/** Python's `repr` of dbt's hashable copy of a value: keys in order, and everything that is no collection as text. */
function sortedRepr(value: DbtValue): string {
  if (Array.isArray(value)) return `[${value.map(sortedRepr).join(", ")}]`;
  if (!isMapping(value)) return stringRepr(pythonStr(value));
  return `{${sortedKeys(value)
    .map((key) => `${stringRepr(key)}: ${sortedRepr(value.get(key) ?? null)}`)
    .join(", ")}}`;
}

function sortedKeys(mapping: DbtMapping): string[] {
  return [...mapping.keys()].sort(compareKeys);
}
