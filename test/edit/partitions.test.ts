/** What partitions an edit may bring into a job: Dagster refuses a job of different ones, and some are known only when the code runs. */
import { describe, expect, it } from "vitest";
import type { EditRequest } from "../../src/edit/edit-request.ts";
import { edited, refused } from "./edit-files.ts";

const COMPUTED = `import os
import dagster as dg

since_opening = dg.DailyPartitionsDefinition(os.environ["OPENED_ON"])

@dg.asset(partitions_def=since_opening)
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset(group_name="reports")
def revenue(): ...

`;
const defs = (jobs: string, more = "") => `\ndefs = dg.Definitions(assets=[orders, customers, revenue${more}], ${jobs})\n`;
const NIGHTLY = 'nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])\n';
const JOB = `${NIGHTLY}${defs("jobs=[nightly]")}`;
const project = (rest: string) => ({ "definitions.py": `${COMPUTED}${rest}` });
const SET: EditRequest = { kind: "set", asset: "customers", field: "partitions", value: "daily:2024-01-01" };

const written = async (rest: string, request: EditRequest) => (await edited(project(rest), request))["definitions.py"];

describe("partitions in a job with others that only running the code tells", () => {
  it("are refused, with the job and the other asset", async () => {
    expect(await refused(project(JOB), SET)).toBe(
      "graph-would-differ: Dagster may refuse to load the result: the job `nightly` selects `customers` and `orders`, and only running the code tells whether their partitions are the same, as Dagster demands",
    );
  });

  it("are refused in the target of a schedule", async () => {
    const schedule = `nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 5 * * *", target=["orders", "customers"])\n`;
    const files = project(`${schedule}${defs("schedules=[nightly]")}`);
    expect(await refused(files, SET)).toContain("a `target=` selects `customers` and `orders`");
  });

  it("are refused instead of ones that were known", async () => {
    const given = project(JOB);
    const before = given["definitions.py"].replace("@dg.asset\n", '@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2023-01-01"))\n');
    expect(await refused({ "definitions.py": before }, SET)).toContain("selects `customers` and `orders`");
  });

  it("are refused when another field brings the asset into the job", async () => {
    const weekly = `
@dg.asset(group_name="sales", partitions_def=dg.WeeklyPartitionsDefinition("2024-01-01"))
def returns(): ...

weekly = dg.define_asset_job("weekly", selection="group:reports")
${defs("jobs=[weekly]", ", returns")}`;
    const reports = COMPUTED.replace("partitions_def=since_opening", 'partitions_def=make_partitions(), group_name="reports"');
    const files = { "definitions.py": `from shop_internals import make_partitions\n${reports}${weekly}` };
    expect(await refused(files, { kind: "set", asset: "returns", field: "group", value: "reports" })).toContain(
      "the job `weekly` selects `returns` and `orders`",
    );
  });

  it("are taken when they are the very same", async () => {
    const request: EditRequest = { kind: "set", asset: "customers", field: "partitions", value: "definitions:since_opening" };
    expect(await written(JOB, request)).toContain("@dg.asset(partitions_def=since_opening)\ndef customers");
  });

  it("are taken where no job selects both", async () => {
    const apart = `nightly = dg.define_asset_job("nightly", selection=["orders", "revenue"])\n${defs("jobs=[nightly]")}`;
    expect(await written(apart, SET)).toContain("def customers");
  });
});

describe("a job of which the partitions were in doubt before", () => {
  const doubtful = `${NIGHTLY}\n@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"))\ndef returns(): ...\n\nboth = dg.define_asset_job("both", selection=["orders", "returns"])\n${defs("jobs=[nightly, both]", ", returns")}`;

  it("lets its assets be renamed", async () => {
    expect(await written(doubtful, { kind: "rename-asset", asset: "returns", to: "refunds" })).toContain('selection=["orders", "refunds"]');
  });

  it("lets other fields be set", async () => {
    expect(await written(doubtful, { kind: "set", asset: "returns", field: "owners", value: "team:data" })).toContain(
      'owners=["team:data"]',
    );
  });
});
