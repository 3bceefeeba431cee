import { describe, expect, it } from "vitest";
import { DAILY, gap, staticPartitions } from "../support/graph/graph-builder.ts";
import { changesIn, type DiffCase } from "./changes-in-words.ts";

function table(cases: readonly DiffCase[]): void {
  it.each(cases)("%s", (_sentence, base, head, changes) => {
    expect(changesIn(base, head)).toEqual(changes);
  });
}

describe("what could not be read", () => {
  table([
    ["is not removed when the head has a new gap", { assets: { orders: {} } }, { unresolved: [gap()] }, ["asset orders unresolved ? head"]],
    [
      "is not added when the base had a gap that is gone",
      { unresolved: [gap()] },
      { assets: { orders: {} } },
      ["asset orders unresolved ? base"],
    ],
    [
      "stays a claim when the same gap stands on both sides",
      { assets: { orders: {} }, unresolved: [gap()] },
      { unresolved: [{ ...gap(), line: 3 }] },
      ["asset orders removed"],
    ],
    [
      "of a field is no change of the field",
      { assets: { orders: { group: "raw" } } },
      { assets: { orders: { group: null, unresolved: ["group"] } } },
      ["asset orders unresolved ? head group"],
    ],
    [
      "of a field leaves the other fields' changes",
      { assets: { orders: { group: "raw", code: "a" } } },
      { assets: { orders: { group: null, unresolved: ["group"], code: "b" } } },
      ["asset orders changed: code ? head group"],
    ],
    [
      "on both sides is nothing new",
      { assets: { orders: { unresolved: ["group"] } } },
      { assets: { orders: { unresolved: ["group"] } } },
      [],
    ],
    [
      "of a part is no change of the field",
      { assets: { orders: { partitions: DAILY } } },
      { assets: { orders: { partitions: { ...DAILY, start: null }, unresolved: ["partitions.start"] } } },
      ["asset orders unresolved ? head partitions"],
    ],
    [
      "of the same part on both sides leaves the rest comparable",
      { assets: { orders: { partitions: { ...DAILY, start: null }, unresolved: ["partitions.start"] } } },
      { assets: { orders: { partitions: { ...DAILY, start: null, type: "hourly" }, unresolved: ["partitions.start"] } } },
      ["asset orders changed: partitions daily (UTC) -> hourly (UTC) ! partitions-changed (orders)"],
    ],
    [
      "of dependencies is no lost edge",
      { assets: { orders: {}, revenue: { deps: ["orders"] } } },
      { assets: { orders: {}, revenue: { unresolved: ["deps"] } } },
      ["asset revenue unresolved ? head dependencies"],
    ],
    [
      "is conditional: no claim",
      { assets: {} },
      { assets: { orders: { conditional: { reason: "`IS_PROD` is not known", file: "shop/assets.py", line: 2 } } } },
      ["asset orders unresolved ? head"],
    ],
    [
      "for jobs only, does not shadow assets",
      { assets: { orders: {} }, jobs: { daily: {} } },
      { unresolved: [{ subject: "job:daily", field: null }] },
      ["asset orders removed", "job daily unresolved ? head"],
    ],
  ]);
});

describe("breaking", () => {
  const scheduled = { schedules: { nightly: { target: { job: "daily" } } } };
  table([
    [
      "a daily definition that becomes static",
      { assets: { orders: { partitions: DAILY } } },
      { assets: { orders: { partitions: staticPartitions("eu") } } },
      ["asset orders changed: partitions daily from 2024-01-01 (UTC) -> static: eu ! partitions-changed (orders)"],
    ],
    [
      "a later start",
      { assets: { orders: { partitions: DAILY } } },
      { assets: { orders: { partitions: { ...DAILY, start: "2025-01-01" } } } },
      ["asset orders changed: partitions daily from 2024-01-01 (UTC) -> daily from 2025-01-01 (UTC) ! partitions-changed (orders)"],
    ],
    [
      "not an earlier start",
      { assets: { orders: { partitions: DAILY } } },
      { assets: { orders: { partitions: { ...DAILY, start: "2023-01-01" } } } },
      ["asset orders changed: partitions daily from 2024-01-01 (UTC) -> daily from 2023-01-01 (UTC)"],
    ],
    [
      "not one more static key",
      { assets: { orders: { partitions: staticPartitions("eu") } } },
      { assets: { orders: { partitions: staticPartitions("eu", "us") } } },
      ["asset orders changed: partitions static: eu -> static: eu, us"],
    ],
    [
      "an asset that left a scheduled job",
      { assets: { orders: {} }, jobs: { daily: { assets: ["orders"] } }, ...scheduled },
      { assets: { orders: {} }, jobs: { daily: { assets: [] } }, ...scheduled },
      ["job daily changed: assets -orders ! left-scheduled-job (orders)"],
    ],
    [
      "not one that another schedule took over",
      { assets: { orders: {} }, jobs: { daily: { assets: ["orders"] } }, ...scheduled },
      {
        assets: { orders: {} },
        jobs: { daily: { assets: [] } },
        schedules: { ...scheduled.schedules, hourly: { target: { assets: ["orders"] } } },
      },
      ["job daily changed: assets -orders", "schedule hourly added"],
    ],
    [
      "not one that automates itself now",
      { assets: { orders: {} }, jobs: { daily: { assets: ["orders"] } }, ...scheduled },
      { assets: { orders: { automation: { label: "eager", expression: null } } }, jobs: { daily: { assets: [] } }, ...scheduled },
      ["asset orders changed: automation null -> eager", "job daily changed: assets -orders"],
    ],
    [
      "a schedule removed from under its assets",
      { assets: { orders: {} }, jobs: { daily: { assets: ["orders"] } }, ...scheduled },
      { assets: { orders: {} }, jobs: { daily: { assets: ["orders"] } } },
      ["schedule nightly removed ! left-scheduled-job (orders)"],
    ],
    [
      "a cron that never fires",
      { schedules: { yearly: { cron: ["0 0 1 1 *"], target: { job: "daily" } } } },
      { schedules: { yearly: { cron: ["0 0 30 2 *"], target: { job: "daily" } } } },
      ["schedule yearly changed: cron 0 0 1 1 * -> 0 0 30 2 * ! cron-never-fires (daily)"],
    ],
    [
      "a cron that lost its hour",
      { schedules: { nightly: { cron: ["0 2 * * *"] } } },
      { schedules: { nightly: { cron: ["* 2 * * *"] } } },
      ["schedule nightly changed: cron 0 2 * * * -> * 2 * * * ! cron-far-more-often ()"],
    ],
    [
      "not weekly to daily",
      { schedules: { nightly: { cron: ["0 2 * * 1"] } } },
      { schedules: { nightly: { cron: ["0 2 * * *"] } } },
      ["schedule nightly changed: cron 0 2 * * 1 -> 0 2 * * *"],
    ],
  ]);
});
