/** How dbt puts configuration of several levels together: tags and hooks add up, `meta` and its like merge, all else replaces. */
import { cloneValue, type DbtMapping, type DbtValue, isMapping, isUnknown } from "../value.ts";

const APPENDED = new Set(["pre-hook", "pre_hook", "post-hook", "post_hook", "tags", "packages"]);
const UPDATED = new Set(["quoting", "column_types", "meta", "docs", "contract", "snapshot_meta_column_names"]);

function asList(value: DbtValue): DbtValue[] {
  return Array.isArray(value) ? [...value] : [value];
}

/** Adds the options of one `config(…)` call to those before it. */
export function mergeCall(into: DbtMapping, options: DbtMapping): void {
  for (const [key, value] of options) {
    const before = into.get(key);
    into.set(key, before === undefined ? cloneValue(value) : mergeField(key, before, value));
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

const HOOK_NAMES: ReadonlyMap<string, string> = new Map([
  ["pre_hook", "pre-hook"],
  ["post_hook", "post-hook"],
]);

function normalized(key: string, value: DbtValue): DbtValue {
  const copy = cloneValue(value);
  if (key === "grants" && isMapping(copy)) return mergedGrants(new Map(), copy);
  return APPENDED.has(key) && value !== null && !isUnknown(value) ? asList(copy) : copy;
}

function mergeField(key: string, before: DbtValue, value: DbtValue): DbtValue {
  if (isUnknown(before) || isUnknown(value)) return isUnknown(value) ? value : before;
  if (APPENDED.has(key)) return value === null ? before : [...asList(before), ...asList(cloneValue(value))];
  if (!isMapping(before) || !isMapping(value)) return cloneValue(value);
  if (key === "grants") return mergedGrants(before, value);
  return UPDATED.has(key) ? new Map([...before, ...(cloneValue(value) as DbtMapping)]) : cloneValue(value);
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
