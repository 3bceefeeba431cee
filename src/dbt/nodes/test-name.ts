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
  let unique = "";
  let separator = "";
  const add = (part: DbtValue): void => {
    unique += separator + cleanName(pythonStr(part));
    separator = "__";
  };
  for (const key of sortedKeys(args)) {
    if (key === "model") continue;
    const value = args.get(key) ?? null;
    if (isMapping(value)) value.forEach(add);
    else if (Array.isArray(value)) value.forEach(add);
    else add(value);
  }
  const identifier = `${type}_${target}`;
  const full = `${identifier}_${unique}`;
  return { full, short: full.length >= LONGEST_NAME ? `${identifier.slice(0, 30)}_${md5(full)}` : full };
}

/** All that may stand in a name. */
const CLEAN = /^[0-9a-zA-Z_]*$/;

function cleanName(text: string): string {
  return CLEAN.test(text) ? text : text.replace(/[^0-9a-zA-Z_]+/g, "_");
}

/** What dbt notes of a generic test. */
export interface TestMetadata {
  readonly namespace: string | undefined;
  /** Of the generic test. */
  readonly name: string;
  /** Its arguments, `model` among them. */
  readonly arguments: DbtMapping;
}

/** Ten digits that keep tests of one name apart: of the `repr` of its metadata, keys in order. */
export function testHash(fullName: string, { namespace, name, arguments: args }: TestMetadata): string {
  const repr = `{'kwargs': ${sortedRepr(args)}, 'name': ${stringRepr(name)}, 'namespace': ${stringRepr(pythonStr(namespace ?? null))}}`;
  return md5(`${fullName}${repr}`).slice(-HASH_LENGTH);
}

/** Python's `repr` of dbt's hashable copy of a value: keys in order, and everything that is no collection as text. */
function sortedRepr(value: DbtValue): string {
  if (Array.isArray(value)) return `[${value.map(sortedRepr).join(", ")}]`;
  if (!isMapping(value)) return stringRepr(pythonStr(value));
  let items = "";
  for (const key of sortedKeys(value)) items += `${items === "" ? "" : ", "}${stringRepr(key)}: ${sortedRepr(value.get(key) ?? null)}`;
  return `{${items}}`;
}

function sortedKeys(mapping: DbtMapping): string[] {
  const keys = [...mapping.keys()];
  return isSorted(keys) ? keys : keys.sort(compareKeys);
}

/** Few keys, which nearly always stand in order. */
function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || compareKeys(keys[index - 1] ?? "", key) < 0);
}
