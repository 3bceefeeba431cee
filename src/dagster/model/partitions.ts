/** Partitions definitions as the graph document shows them. `type` is the nearest class of Dagster's, `class` the class itself. */
import type { Value } from "../../python/value.ts";
import type { Partitions, PartitionsType } from "../../types/graph-document.ts";
import { classNameOf, fieldOf, libraryTypeOf } from "./field.ts";
import {
  gapOf,
  type Known,
  known,
  type Lack,
  type Read,
  readListing,
  readMapping,
  readOptionalNumber,
  readOptionalStr,
  readStr,
} from "./read.ts";

const TYPES: Readonly<Record<string, PartitionsType>> = {
  DailyPartitionsDefinition: "daily",
  HourlyPartitionsDefinition: "hourly",
  WeeklyPartitionsDefinition: "weekly",
  MonthlyPartitionsDefinition: "monthly",
  TimeWindowPartitionsDefinition: "time-window",
  StaticPartitionsDefinition: "static",
  DynamicPartitionsDefinition: "dynamic",
  MultiPartitionsDefinition: "multi",
};

type Fields = (name: string) => Value | undefined;

/** Null for None. That something is partitioned by day is known even where its first day is not: a gap in a part is that part's. */
export function readPartitions(value: Value | undefined): Read<Partitions | null> {
  if (value === undefined || value.kind === "none") return known(null);
  if (value.kind !== "object" && value.kind !== "instance") return gapOf(value, "a partitions definition");
  const name = libraryTypeOf(value)?.split(".").at(-1);
  const type = name === undefined ? undefined : TYPES[name];
  if (!type) return gapOf(value, "a partitions definition that is known");
  const fields: Fields = (field) => fieldOf(value, field);
  const base = { ...EMPTY, type, class: classNameOf(value) };
  switch (type) {
    case "static":
      return readStatic(base, fields);
    case "dynamic":
      return readDynamic(base, fields);
    case "multi":
      return readMulti(base, fields);
    default:
      return readTimeWindow(base, fields);
  }
}

const EMPTY = {
  start: null,
  end: null,
  timezone: null,
  cron: null,
  fmt: null,
  endOffset: null,
  keys: null,
  count: null,
  name: null,
  dimensions: null,
};

function readStatic(base: Partitions, fields: Fields): Read<Partitions> {
  const keys = readListing(fields("partition_keys"), "partition keys", (item) => readStr(item, "a partition key"));
  const gap = keys.gaps[0] ?? keys.items.find((item) => item.condition)?.condition;
  if (gap) return lacking(base, [{ part: "keys", gap }]);
  const values = keys.items.map((item) => item.value);
  return known({ ...base, keys: values, count: values.length }, keys.assumes);
}

function readDynamic(base: Partitions, fields: Fields): Read<Partitions> {
  const name = readOptionalStr(fields("name"), "the name of a dynamic partitions definition");
  return name.known ? known({ ...base, name: name.value }, name.assumes) : lacking(base, [{ part: "name", gap: name.gap }]);
}

function readMulti(base: Partitions, fields: Fields): Read<Partitions> {
  const dimensions = readMapping(fields("partitions_defs"), "the dimensions of a multi partitions definition", readDimension);
  const gap = dimensions.gaps[0] ?? dimensions.items.find((item) => item.condition)?.condition;
  if (gap) return lacking(base, [{ part: "dimensions", gap }]);
  const sorted = dimensions.items.map((item) => item.value).sort(([left], [right]) => (left < right ? -1 : 1));
  return known({ ...base, dimensions: Object.fromEntries(sorted) }, dimensions.assumes);
}

function readDimension(value: Value): Read<Partitions> {
  const read = readPartitions(value);
  if (!read.known) return read;
  const [lack] = read.lacking ?? [];
  if (lack) return { known: false, gap: lack.gap };
  return read.value === null ? gapOf(value, "the partitions of a dimension") : known(read.value, read.assumes);
}

function lacking(value: Partitions, parts: readonly Lack[], assumes: readonly string[] = []): Known<Partitions> {
  return { ...known(value, assumes), ...(parts.length > 0 && { lacking: parts }) };
}

function readTimeWindow(base: Partitions, fields: Fields): Read<Partitions> {
  const fmt = readStr(fields("fmt"), "the format of partition keys");
  const read = {
    start: readDate(fields("start"), fmt),
    end: readDate(fields("end"), fmt),
    timezone: readOptionalStr(fields("timezone"), "the timezone of partitions"),
    cron: readOptionalStr(fields("cron_schedule"), "the cron of partitions"),
    fmt,
    endOffset: readOptionalNumber(fields("end_offset"), "the end offset of partitions"),
  };
  const parts = Object.entries(read).flatMap(([part, value]) => (value.known ? [] : [{ part, gap: value.gap }]));
  const values = Object.fromEntries(Object.entries(read).map(([name, part]) => [name, part.known ? part.value : null]));
  const assumes = Object.values(read).flatMap((part) => (part.known ? part.assumes : []));
  return lacking({ ...base, ...values }, parts, [...new Set(assumes)]);
}

/** Dates as written when they are text; a `datetime` as the text of the definition's own format. */
function readDate(value: Value | undefined, fmt: Read<string>): Read<string | null> {
  if (value?.kind !== "object") return readOptionalStr(value, "a date of partitions");
  if (!fmt.known) return fmt;
  const parts: Record<string, number> = {};
  for (const name of ["year", "month", "day", "hour", "minute", "second"]) {
    const part = value.fields.get(name);
    if (part?.kind === "int") parts[name] = Number(part.value);
    else if (part && part.kind !== "none") return gapOf(part, "a part of a date");
  }
  if (parts["year"] === undefined) return gapOf(value, "a date");
  return known(formatDate(parts, fmt.value));
}

/** The directives of `strftime` that formats of partition keys use. */
function formatDate(parts: Readonly<Record<string, number>>, fmt: string): string {
  const pad = (name: string, width = 2): string => String(parts[name] ?? 0).padStart(width, "0");
  const directives: Readonly<Record<string, string>> = {
    "%Y": pad("year", 4),
    "%m": pad("month"),
    "%d": pad("day"),
    "%H": pad("hour"),
    "%M": pad("minute"),
    "%S": pad("second"),
    "%y": pad("year", 4).slice(2),
    "%%": "%",
  };
  return fmt.replace(/%./g, (directive) => directives[directive] ?? directive);
}
