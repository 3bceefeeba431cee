/**
 * How dbt puts configuration of several levels together: tags and hooks add up, `meta` and its like merge, all else replaces. What is put
 * together is new; values of a level are shared with it, for nobody changes them. Only a template could change what it gives to `config(…)`.
 */
import { cloneValue, type DbtMapping, type DbtValue, isMapping, isUnknown } from "../value.ts";

const APPENDED = new Set(["pre-hook", "pre_hook", "post-hook", "post_hook", "tags", "packages"]);
const UPDATED = new Set(["quoting", "column_types", "meta", "docs", "contract", "snapshot_meta_column_names"]);

function asList(value: DbtValue): DbtValue[] {
  return Array.isArray(value) ? [...value] : [value];
}

/** Adds the options of one `config(…)` call to those before it. */
export function mergeCall(into: DbtMapping, options: DbtMapping): void {
  for (const [key, option] of options) {
    const before = into.get(key);
    const value = cloneValue(option);
    into.set(key, before === undefined ? value : mergeField(key, before, value));
  }
}

/** Puts a level (folder, YAML, SQL) on top of what is configured so far. Sources replace their tags, all others add them. */
export function mergeLevel(config: DbtMapping, level: DbtMapping, replacesTags = false): void {
  for (const [rawKey, value] of level) {
    const key = HOOK_NAMES.get(rawKey) ?? rawKey;
    const before = config.get(key);
    const clobbers = before === undefined || before === null || (replacesTags && key === "tags");
    config.set(key, clobbers ? normalized(key, value) : mergeField(key, before, value));
  }
}

/** Hooks have an underscore in Python. */
export const HOOK_NAMES: ReadonlyMap<string, string> = new Map([
  ["pre_hook", "pre-hook"],
  ["post_hook", "post-hook"],
]);

function normalized(key: string, value: DbtValue): DbtValue {
  if (key === "grants" && isMapping(value)) return mergedGrants(new Map(), value);
  return APPENDED.has(key) && value !== null && !isUnknown(value) ? asList(value) : value;
}

function mergeField(key: string, before: DbtValue, value: DbtValue): DbtValue {
  if (isUnknown(before) || isUnknown(value)) return isUnknown(value) ? value : before;
  if (APPENDED.has(key)) return value === null ? before : [...asList(before), ...asList(value)];
  if (!isMapping(before) || !isMapping(value)) return value;
  if (key === "grants") return mergedGrants(before, value);
  return UPDATED.has(key) ? overlaid(before, value) : value;
}

/** What `above` has counts; a key of both stays where it stands. One of the two themselves where the other is empty. */
export function overlaid(below: DbtMapping, above: DbtMapping): DbtMapping {
  if (above.size === 0) return below;
  if (below.size === 0) return above;
  const both = new Map(below);
  for (const [key, value] of above) both.set(key, value);
  return both;
}

/** `+select` adds to a privilege's list, `select` replaces it. */
function mergedGrants(before: DbtMapping, value: DbtMapping): DbtMapping {
  const merged = new Map([...before].map(([key, item]) => [key, asList(item) as DbtValue]));
  for (const [key, item] of value) {
    const name = key.replace(/^\++/, "");
    const existing = merged.get(name);
    merged.set(name, key.startsWith("+") && existing !== undefined ? [...asList(existing), ...asList(item)] : asList(item));
  }
  return merged;
}
