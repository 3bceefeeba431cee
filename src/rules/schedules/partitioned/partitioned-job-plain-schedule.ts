import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { LibraryObject } from "../../../python/value.ts";
import { callsOf } from "../../facts/calls.ts";
import { callsInBody, keywordOf } from "../../facts/functions/calls-in-body.ts";
import { defineRule } from "../../rule.ts";

export const partitionedJobPlainSchedule = defineRule({
  name: "partitioned-job-plain-schedule",
  group: "schedules",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `ScheduleDefinition` launches a job of partitioned assets and gives no partition, or the function of a schedule requests its runs without one.",
    why: "Dagster loads it, and every run fails: it has no partition key.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.ScheduleDefinition(job=load, cron_schedule="@daily")

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.build_schedule_from_partitioned_job(load)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[nightly])
`,
    source: "https://docs.dagster.io/guides/automate/schedules/constructing-schedules-for-partitioned-assets-and-jobs",
  },
  check({ graphs, location, report }) {
    const plain = new Set(
      callsOf(location, "dagster.ScheduleDefinition").flatMap((call) =>
        ["execution_fn", "run_config_fn", "tags_fn", "run_config", "tags"].every((name) => call.value(name).kind === "none")
          ? [call.call.result]
          : [],
      ),
    );
    for (const graph of graphs) {
      for (const { object, name, target, condition } of graph.schedules) {
        if (condition || !target || target.kind === "unknown" || target.kind === "unresolved-name") continue;
        const job = target.kind === "assets" ? target.job : graph.jobs.find((each) => each.name === target.name && !each.condition);
        if (!job?.partitions.known || job.partitions.value === null) continue;
        const request = plain.has(object) ? undefined : bareRequest(object, location);
        if (!plain.has(object) && !request) continue;
        report({
          message: `the schedule \`${name}\` launches partitioned assets without a partition`,
          why: "Dagster loads it, and its runs fail: no partition key is given.",
          help: "Use `build_schedule_from_partitioned_job`, or a `@schedule` that returns `RunRequest(partition_key=…)`.",
          location: request ?? object.args?.keywords.get("job")?.at ?? object.args?.keywords.get("target")?.at ?? object.at,
          subject: `schedule:${name}`,
        });
      }
    }
  },
});

/** The first request of a run in the schedule's function, when that says nothing of partitions. */
function bareRequest(schedule: LibraryObject, location: LoadedLocation): Location | undefined {
  const fn = schedule.fields.get("execution_fn") ?? schedule.args?.keywords.get("execution_fn")?.value;
  if (fn?.kind !== "function") return undefined;
  const { start, end } = fn.definition;
  if (/^[^#\n]*partition/im.test(fn.file.text.slice(start, end))) return undefined;
  const requests = callsInBody(fn, location).filter(({ name }) => name === "dagster.RunRequest");
  const isBare = requests.every(
    (call) =>
      call.node.args.every(({ kind }) => kind === "keyword") &&
      ["job_name", "tags", "asset_selection"].every((keyword) => keywordOf(call, keyword) === undefined),
  );
  return isBare ? requests[0]?.at : undefined;
}
