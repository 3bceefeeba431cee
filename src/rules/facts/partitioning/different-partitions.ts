/**
 * When two partitions definitions are surely different to Dagster, which compares them by value: a daily definition equals a time window with the
 * same cron, a date as text the same date as an object, while static keys in another order are other partitions.
 * Source: `__eq__` of each class, dagster 1.13.
 */
import type { Interpreter } from "../../../python/interpreter.ts";
import { parseTime } from "../../../python/stdlib/datetime/strftime.ts";
import type { Value } from "../../../python/value.ts";
import { elementsOf } from "../values.ts";
import { dimensionsOf, familyOf, partitionsField } from "./partitions.ts";

/** False when they are equal, or when it cannot be told. */
export function areDifferent(left: Value, right: Value, interpreter: Interpreter): boolean {
  const families = [familyOf(left, interpreter), familyOf(right, interpreter)];
  if (left === right || families.includes(undefined)) return false;
  if (families[0] !== families[1]) return true;
  switch (families[0]) {
    case "time":
      return differInTime(left, right);
    case "static":
      return differ(staticKeys(left), staticKeys(right));
    case "dynamic":
      return differ(partitionsName(left), partitionsName(right));
    case "multipartitions":
      return differInDimensions(left, right, interpreter);
    default:
      return false;
  }
}

function differ(left: unknown, right: unknown): boolean {
  return left !== undefined && right !== undefined && JSON.stringify(left) !== JSON.stringify(right);
}

function differInTime(left: Value, right: Value): boolean {
  if (["cron_schedule", "timezone", "fmt", "end_offset"].some((name) => differ(scalar(left, name), scalar(right, name)))) return true;
  return ["start", "end"].some((name) => differ(moment(left, name), moment(right, name)));
}

function scalar(value: Value, name: string): string | number | undefined {
  const field = partitionsField(value, name);
  if (field?.kind === "str") return field.value;
  return field?.kind === "int" ? Number(field.value) : undefined;
}

const PARTS = ["year", "month", "day", "hour", "minute", "second"];

/** Milliseconds as if in UTC; null for None. */
function moment(value: Value, name: string): number | null | undefined {
  const field = partitionsField(value, name);
  if (field === undefined) return undefined;
  if (field.kind === "none") return null;
  const fmt = scalar(value, "fmt");
  if (field.kind === "str") return typeof fmt === "string" ? parseTime(field.value, fmt) : undefined;
  const [year, month, day, hour, minute, second] = PARTS.map((part) => (field.kind === "object" ? field.fields.get(part) : undefined)).map(
    (part) => (part?.kind === "int" ? Number(part.value) : undefined),
  );
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0);
}

/** The keys when all are known. */
export function staticKeys(value: Value): readonly string[] | undefined {
  const { items, complete } = elementsOf(partitionsField(value, "partition_keys"));
  const keys = items.flatMap((item) => (item.kind === "str" ? [item.value] : []));
  return complete && keys.length === items.length ? keys : undefined;
}

function partitionsName(value: Value): string | undefined {
  const name = partitionsField(value, "name");
  return name?.kind === "str" ? name.value : undefined;
}

function differInDimensions(left: Value, right: Value, interpreter: Interpreter): boolean {
  const [ours, theirs] = [dimensionsOf(left), dimensionsOf(right)];
  if (!ours || !theirs) return false;
  if (
    differ(
      ours.map(({ name }) => name),
      theirs.map(({ name }) => name),
    )
  )
    return true;
  return ours.some((dimension, index) => {
    const other = theirs[index];
    return other !== undefined && areDifferent(dimension.value, other.value, interpreter);
  });
}
