import type { ArgumentValue } from "../../python/library.ts";
import type { Value } from "../../python/value.ts";
import { aboutInstigator, describeInstigator, scheduleCalls, sensorCalls } from "../facts/automation/instigator-calls.ts";
import type { Call } from "../facts/calls.ts";
import { elementsOf, placeInArgument, typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const instigatorJobNotAJob = defineRule({
  name: "instigator-job-not-a-job",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The `job` of a schedule or sensor, or a member of its `jobs`, is no job: the name of one, an asset.",
    why: "Dagster takes what is no job for assets to launch, and then lacks a name: `Expected non-None value: Must provide automation_name`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", [orders])

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[dg.ScheduleDefinition(job="nightly", cron_schedule="@daily")])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", [orders])

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[dg.ScheduleDefinition(job=nightly, cron_schedule="@daily")])
`,
    source: "dagster/_core/definitions/target.py, 1.13.27",
  },
  check({ location, report }) {
    const calls = [
      ...scheduleCalls(location).map((call) => ({ call, word: "schedule" })),
      ...sensorCalls(location).map((call) => ({ call, word: "sensor" })),
    ];
    for (const { call, word } of calls) {
      for (const { problem, value, argument, help } of problemsOf(call)) {
        report({
          message: `${describeInstigator(call, word)} ${problem}`,
          why: 'Dagster: "Expected non-None value: Must provide automation_name".',
          help,
          location: placeInArgument(value, argument),
          ...aboutInstigator(call),
        });
      }
    }
  },
});

interface Problem {
  readonly problem: string;
  readonly value: Value;
  readonly argument: ArgumentValue;
  readonly help: string;
}

function problemsOf(call: Call): readonly Problem[] {
  const [job, jobs] = [call.given("job"), call.given("jobs")];
  const problems: Problem[] = [];
  const add = (argument: ArgumentValue, value: Value, problem: string): void => {
    const help = value.kind === "str" ? "Give the job itself, or `job_name=`." : "Give a job; assets go to `target=`.";
    problems.push({ problem, value, argument, help });
  };
  if (job && isNoJob(job.value)) add(job, job.value, `has a \`${typeName(job.value)}\` for its job`);
  const stray = jobs && elementsOf(jobs.value).items.find(isNoJob);
  if (jobs && stray) add(jobs, stray, `has a \`${typeName(stray)}\` among its jobs`);
  return problems;
}

function isNoJob(value: Value): boolean {
  if (value.kind === "str") return value.value !== "";
  return (
    value.kind === "object" &&
    ["dagster.AssetsDefinition", "dagster.AssetSpec", "dagster.SourceAsset", "dagster.AssetSelection"].includes(value.type)
  );
}
