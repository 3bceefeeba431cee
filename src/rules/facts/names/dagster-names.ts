/**
 * What Dagster accepts as a name (ops, jobs, schedules, sensors, graphs, inputs, outputs) and the reserved words among them.
 * Source: dagster/_core/definitions/utils.py, 1.13.27.
 */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "context conf config meta arg_dict dict input_arg_dict output_arg_dict int str float bool input output type " +
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}

/** Python's `$` also matches before a final newline. */
export function hasValidNameChars(name: string): boolean {
  return /^[A-Za-z0-9_]+\n?$/.test(name);
}

export const NAME_MESSAGE = "Names must be in regex ^[A-Za-z0-9_]+$.";
export const RESERVED_MESSAGE = "It conflicts with a Dagster or python reserved keyword.";

/** Source: `is_valid_owner`, `is_valid_email` in dagster/_core/utils.py. */
export function isValidOwner(owner: string): boolean {
  return (
    (owner.startsWith("team:") && owner.length > "team:".length) || /^\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,7}\b$/.test(owner)
  );
}

/** Source: dagster/_utils/tags.py. */
export function isValidTagKey(key: string): boolean {
  return /^([A-Za-z0-9_.-]{1,63}\/|dagster\/kind\/)?[A-Za-z0-9_.-]{1,63}\n?$/.test(key);
}

export function isValidTagValue(value: string): boolean {
  return /^[A-Za-z0-9_.-]{0,63}\n?$/.test(value);
}

/** Decorators that make an op which may be in a pool. */
export const POOLED = ["dagster.asset", "dagster.multi_asset", "dagster.op", "dagster.asset_check"];
