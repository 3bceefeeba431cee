/**
 * Partitions definitions. The daily, hourly, weekly and monthly ones are time windows with a cron, as in Dagster;
 * a subclass in the repository counts as the type it derives from.
 */

import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { bool, dict, int, list, NONE, setEntry, str } from "../../../python/make-value.ts";
import type { DictValue, InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { EQUALITY_FIELD, hashKey } from "../../../python/values/hash-key.ts";
import { construct, isEmpty, isObject, orElse, unsupported } from "../construct.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";

type Fields = Readonly<Record<string, Value>>;
type Offsets = { readonly minute: Value; readonly hour: Value; readonly day: Value };

const DATE_FORMAT = "%Y-%m-%d";
const HOUR_FORMAT = "%Y-%m-%d-%H:%M";

/** Source: `cron_schedule_from_schedule_type_and_offsets`. An unknown offset makes the cron unknown. */
function cronOf(period: Period, offsets: Offsets): Value {
  const parts: number[] = [];
  for (const offset of [offsets.minute, offsets.hour, offsets.day]) {
    if (offset.kind === "none") parts.push(0);
    else if (offset.kind === "int") parts.push(Number(offset.value));
    else return offset;
  }
  const [minute = 0, hour = 0, day = 0] = parts;
  switch (period) {
    case "Hourly":
      return str(`${minute} * * * *`);
    case "Daily":
      return str(`${minute} ${hour} * * *`);
    case "Weekly":
      return str(`${minute} ${hour} * * ${day}`);
    case "Monthly":
      return str(`${minute} ${hour} ${day} * *`);
  }
}

type Period = "Hourly" | "Daily" | "Weekly" | "Monthly";

function periodFields(period: Period): (bound: Bound) => Fields {
  return ({ value, optional }) => {
    const day = period === "Monthly" ? (optional("day_offset") ?? int(1)) : value("day_offset");
    const cron = cronOf(period, { minute: value("minute_offset"), hour: value("hour_offset"), day });
    return {
      start: value("start_date"),
      end: value("end_date"),
      cron_schedule: cron,
      fmt: orElse(value("fmt"), str(period === "Hourly" ? HOUR_FORMAT : DATE_FORMAT)),
      timezone: orElse(value("timezone"), str("UTC")),
      end_offset: value("end_offset"),
      exclusions: value("exclusions"),
    };
  };
}

function timeWindowFields({ value }: Bound): Fields {
  const schedule = value("cron_schedule");
  const type = value("schedule_type");
  const minute = value("minute_offset");
  const cron = isEmpty(schedule) ? cronOfScheduleType(type, { minute, hour: value("hour_offset"), day: value("day_offset") }) : schedule;
  return {
    start: value("start"),
    end: value("end"),
    cron_schedule: cron,
    fmt: value("fmt"),
    timezone: orElse(value("timezone"), str("UTC")),
    end_offset: value("end_offset"),
    exclusions: value("exclusions"),
  };
}

function cronOfScheduleType(type: Value, offsets: Offsets): Value {
  const name = type.kind === "object" ? type.fields.get("name") : undefined;
  if (name?.kind !== "str") return type;
  const period = (["Hourly", "Daily", "Weekly", "Monthly"] as const).find((candidate) => candidate.toUpperCase() === name.value);
  return period ? cronOf(period, offsets) : type;
}

function multiFields({ value }: Bound): Fields {
  return { partitions_defs: value("partitions_defs") };
}

/** How each class fills its fields; `bases` of a class are those of Dagster's. */
const CLASSES: Readonly<Record<string, { readonly fields: (bound: Bound) => Fields; readonly base: string }>> = {
  "dagster.TimeWindowPartitionsDefinition": { fields: timeWindowFields, base: "dagster.PartitionsDefinition" },
  "dagster.DailyPartitionsDefinition": { fields: periodFields("Daily"), base: "dagster.TimeWindowPartitionsDefinition" },
  "dagster.HourlyPartitionsDefinition": { fields: periodFields("Hourly"), base: "dagster.TimeWindowPartitionsDefinition" },
  "dagster.WeeklyPartitionsDefinition": { fields: periodFields("Weekly"), base: "dagster.TimeWindowPartitionsDefinition" },
  "dagster.MonthlyPartitionsDefinition": { fields: periodFields("Monthly"), base: "dagster.TimeWindowPartitionsDefinition" },
  "dagster.StaticPartitionsDefinition": {
    fields: ({ value }) => ({ partition_keys: value("partition_keys") }),
    base: "dagster.PartitionsDefinition",
  },
  "dagster.DynamicPartitionsDefinition": {
    fields: ({ value }) => ({ name: value("name"), partition_fn: value("partition_fn") }),
    base: "dagster.PartitionsDefinition",
  },
  "dagster.MultiPartitionsDefinition": { fields: multiFields, base: "dagster.PartitionsDefinition" },
};

/** `super().__init__(…)` or `super().__new__(cls, …)` of a subclass in the repository: Dagster's are records, which take their fields in either. */
function initialize(type: string, fields: (bound: Bound) => Fields): MethodModel {
  return (self, context) => {
    const target = self.kind === "object" ? self.fields : self.attributes;
    for (const [name, value] of Object.entries(fields(bind(type, context)))) target.set(name, value);
    return NONE;
  };
}

/** Definitions are equal by value: `partitions_def ==` and sets of them. */
function equalityOf(fields: ReadonlyMap<string, Value>): string | undefined {
  const parts: string[] = [];
  for (const [name, value] of fields) {
    if (name === EQUALITY_FIELD) continue;
    const key = value.kind === "list" ? listKey(value.items) : hashKey(value);
    if (key === undefined) return undefined;
    parts.push(`${name}=${key}`);
  }
  return parts.join(";");
}

function listKey(items: readonly Value[]): string | undefined {
  const keys = items.map(hashKey);
  return keys.includes(undefined) ? undefined : JSON.stringify(keys);
}

function fieldOf(self: LibraryObject | InstanceValue, name: string): Value {
  return (self.kind === "object" ? self.fields : self.attributes).get(name) ?? NONE;
}

const staticMethods: Readonly<Record<string, MethodModel>> = {
  get_partition_keys: (self, context) => {
    const keys = fieldOf(self, "partition_keys");
    const { items, gap } = context.interpreter.iterate(keys, context.at);
    return list(items, gap);
  },
  has_partition_key: (self, context) => {
    const keys = fieldOf(self, "partition_keys");
    const [wanted] = context.args.positional;
    const { items, gap } = context.interpreter.iterate(keys, context.at);
    if (gap || !wanted) return unsupported(context, "the partition keys are not known");
    return bool(items.some((item) => context.interpreter.equal(item, wanted.value) === "yes"));
  },
};

/** Attributes that the cron of a time window gives. */
function timeWindowAttribute(self: LibraryObject | InstanceValue, name: string): Value | undefined {
  const cron = fieldOf(self, "cron_schedule");
  if (cron.kind !== "str") return undefined;
  const [minute, hour, day, , weekday] = cron.value.split(" ");
  const part = { minute_offset: minute, hour_offset: hour, day_offset: weekday === "*" ? day : weekday }[name];
  return part !== undefined && /^\d+$/.test(part) ? int(Number(part)) : undefined;
}

function typeOf(type: string, fields: (bound: Bound) => Fields, base: string): TypeModel {
  const fill = initialize(type, fields);
  const methods = { __init__: fill, __new__: fill, ...(type === "dagster.StaticPartitionsDefinition" && staticMethods) };
  const common: TypeModel = { bases: [base], methods, equality: equalityOf };
  if (type === "dagster.TimeWindowPartitionsDefinition") return { ...common, attribute: timeWindowAttribute };
  if (type === "dagster.MultiPartitionsDefinition") return { ...common, attribute: multiAttribute };
  return common;
}

function multiAttribute(self: LibraryObject | InstanceValue, name: string): Value | undefined {
  if (name !== "partition_dimension_names") return undefined;
  const dimensions = fieldOf(self, "partitions_defs");
  return dimensions.kind === "dict" ? list([...(dimensions as DictValue).entries.values()].map((entry) => entry.key)) : undefined;
}

/** `@daily_partitioned_config(…)` and its like: the function becomes a configuration that knows its partitions. */
function partitionedConfig(definition: string): (context: CallContext) => Value {
  return (context) => {
    const name = `dagster.${definition}`;
    const model = CLASSES[name];
    const partitions = model
      ? construct(name, model.fields(bind(name, context)), context)
      : bind("dagster.partitioned_config", context).value("partitions_def");
    const { interpreter } = context;
    return {
      kind: "native",
      name,
      call: (inner) =>
        interpreter.object(
          "dagster.PartitionedConfig",
          [
            ["partitions_def", partitions],
            ["run_config_for_partition_key_fn", inner.args.positional[0]?.value ?? NONE],
          ],
          { at: context.at, args: context.args },
        ),
    };
  };
}

function constructPartitionedConfig(context: CallContext): Value {
  return construct(
    "dagster.PartitionedConfig",
    { partitions_def: bind("dagster.PartitionedConfig", context).value("partitions_def") },
    context,
  );
}

/** Partitions behind a value that is a configuration or a definition. */
export function partitionsOfConfig(value: Value): Value {
  return isObject(value, "dagster.PartitionedConfig") ? (value.fields.get("partitions_def") ?? NONE) : NONE;
}

function multiPartitionKey(context: CallContext): Value {
  const { value } = bind("dagster.MultiPartitionKey", context);
  const result = dict([]);
  const keys = value("keys_by_dimension");
  if (keys.kind !== "dict") return keys;
  for (const entry of keys.entries.values()) setEntry(result, entry.key, entry.value);
  return construct("dagster.MultiPartitionKey", { keys_by_dimension: result }, context);
}

/** Code that writes its own partitions imports them, private as they are. Source: `dagster/_utils/partitions.py`. */
const FORMATS: Readonly<Record<string, string>> = {
  DEFAULT_MONTHLY_FORMAT: "%Y-%m",
  DEFAULT_DATE_FORMAT: DATE_FORMAT,
  DEFAULT_HOURLY_FORMAT_WITHOUT_TIMEZONE: HOUR_FORMAT,
  DEFAULT_HOURLY_FORMAT_WITH_TIMEZONE: `${HOUR_FORMAT}%z`,
};

export const partitionsModels: Models = {
  constants: Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [`dagster._utils.partitions.${name}`, str(format)])),
  symbols: {
    ...Object.fromEntries(
      Object.entries(CLASSES).map(([type, { fields }]) => [
        type,
        (context: CallContext) => construct(type, fields(bind(type, context)), context),
      ]),
    ),
    "dagster.PartitionedConfig": constructPartitionedConfig,
    "dagster.daily_partitioned_config": partitionedConfig("DailyPartitionsDefinition"),
    "dagster.hourly_partitioned_config": partitionedConfig("HourlyPartitionsDefinition"),
    "dagster.weekly_partitioned_config": partitionedConfig("WeeklyPartitionsDefinition"),
    "dagster.monthly_partitioned_config": partitionedConfig("MonthlyPartitionsDefinition"),
    "dagster.static_partitioned_config": partitionedConfig("StaticPartitionsDefinition"),
    "dagster.dynamic_partitioned_config": partitionedConfig("DynamicPartitionsDefinition"),
    "dagster.partitioned_config": partitionedConfig(""),
    "dagster.MultiPartitionKey": multiPartitionKey,
  },
  types: {
    "dagster.PartitionsDefinition": {},
    ...Object.fromEntries(Object.entries(CLASSES).map(([type, { fields, base }]) => [type, typeOf(type, fields, base)])),
    "dagster.PartitionedConfig": {},
    "dagster.MultiPartitionKey": {},
  },
};
