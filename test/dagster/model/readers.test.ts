import { expect, test } from "vitest";
import { fromUserString, readAssetKey, toPythonIdentifier, toUserString } from "../../../src/dagster/model/asset-key.ts";
import { readPartitionMapping } from "../../../src/dagster/model/partition-mapping.ts";
import { readPartitions } from "../../../src/dagster/model/partitions.ts";
import { formatTimedelta, readRetryPolicy } from "../../../src/dagster/model/policies.ts";
import { readListing, readMapping, readStr } from "../../../src/dagster/model/read.ts";
import { int, list, NONE, NOWHERE, str, strDict } from "../../../src/python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../src/python/value.ts";

const gap: Unknown = { kind: "unknown", reason: "runtime-input", message: "the service decides", at: NOWHERE };

function object(type: string, fields: Readonly<Record<string, Value>>, payload?: unknown): LibraryObject {
  return { kind: "object", type, fields: new Map(Object.entries(fields)), at: NOWHERE, payload };
}

test("keys join by a slash, and split at every one", () => {
  expect(toUserString(["raw", "orders"])).toBe("raw/orders");
  expect(fromUserString("raw/orders")).toEqual(["raw", "orders"]);
  expect(toPythonIdentifier(["raw", "web-orders.v2"])).toBe("raw__web_orders_v2");
});

test("a key with an unknown part is a gap, and what its parts assume is kept", () => {
  const assuming = object("dagster.AssetKey", { path: list([str("raw"), str("eu", ["REGION unset"])]) });
  const open = object("dagster.AssetKey", { path: list([str("raw"), gap]) });

  expect(readAssetKey(assuming)).toEqual({ known: true, value: ["raw", "eu"], assumes: ["REGION unset"] });
  expect(readAssetKey(open)).toEqual({ known: false, gap });
});

test("a listing keeps what is known beside its gaps, and marks what hangs on a condition", () => {
  const maybe: Value = { kind: "one-of", options: [str("refunds")], maybeAbsent: true, condition: gap };

  const read = readListing(list([str("orders"), maybe, gap]), "names", (item) => readStr(item, "a name"));

  expect(read.items).toEqual([{ value: "orders" }, { value: "refunds", condition: gap }]);
  expect(read.gaps).toEqual([gap]);
});

test("a mapping under an unknown key is a gap", () => {
  const read = readMapping({ ...strDict([["tier", str("gold")]]), complete: false, gap }, "tags", (item) => readStr(item, "a tag"));

  expect(read.items.map((item) => item.value)).toEqual([["tier", "gold"]]);
  expect(read.gaps).toEqual([gap]);
});

test("of a partitions definition only the part is missing that is not known", () => {
  const known = object("dagster.StaticPartitionsDefinition", { partition_keys: list([str("eu"), str("us")]) });
  const open = object("dagster.StaticPartitionsDefinition", { partition_keys: list([str("eu")], gap) });
  const multi = object("dagster.MultiPartitionsDefinition", {
    partitions_defs: strDict([
      ["region", known],
      ["day", gap],
    ]),
  });

  expect(readPartitions(known)).toMatchObject({ known: true, value: { type: "static", keys: ["eu", "us"], count: 2 } });
  expect(readPartitions(open)).toMatchObject({ value: { type: "static", keys: null, count: null }, lacking: [{ part: "keys", gap }] });
  expect(readPartitions(multi)).toMatchObject({ value: { type: "multi", dimensions: null }, lacking: [{ part: "dimensions", gap }] });
  expect(readPartitions(NONE)).toMatchObject({ known: true, value: null });
});

test("a datetime is shown in the definition's own format", () => {
  const start = object("datetime.datetime", { year: int(2024), month: int(3), day: int(1), hour: int(6) });
  const daily = object("dagster.DailyPartitionsDefinition", {
    start,
    fmt: str("%Y-%m-%d-%H:%M"),
    cron_schedule: str("0 6 * * *"),
    timezone: str("UTC"),
    end_offset: int(0),
  });

  expect(readPartitions(daily)).toMatchObject({ known: true, value: { start: "2024-03-01-06:00", type: "daily" } });
});

test("mappings show what is not their default, as Python writes it", () => {
  const fields = { start_offset: int(-1), end_offset: int(0), keys: list([str("eu")]) };
  const mapping = object("dagster.TimeWindowPartitionMapping", fields, { kind: "record", shown: ["start_offset", "keys"] });

  expect(readPartitionMapping(mapping)).toMatchObject({ value: "TimeWindowPartitionMapping(start_offset=-1, keys=['eu'])" });
  expect(readPartitionMapping(gap)).toEqual({ known: false, gap });
});

test("a retry policy of unknown length is a gap", () => {
  expect(readRetryPolicy(object("dagster.RetryPolicy", { max_retries: gap }))).toEqual({ known: false, gap });
});

test("time deltas print as Python prints them", () => {
  expect([0, 5400, 86_400, 180_000].map(formatTimedelta)).toEqual(["0:00:00", "1:30:00", "1 day, 0:00:00", "2 days, 2:00:00"]);
});
