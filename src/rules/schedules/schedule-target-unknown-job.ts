import type { GraphSchedule, GraphSensor } from "../../dagster/loading/graph/asset-graph.ts";
import { renameIn } from "../facts/fixes/rename-literal.ts";
import { misspelt } from "../facts/names/suggest.ts";
import { defineRule } from "../rule.ts";

export const scheduleTargetUnknownJob = defineRule({
  name: "schedule-target-unknown-job",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A schedule or sensor names a job that the code location does not have.",
    why: 'Dagster refuses: `ScheduleDefinition "..." targets job "..." which was not found in this repository.` A job that is given as an object would be added by itself.',
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")
at_night = dg.ScheduleDefinition(name="at_night", cron_schedule="0 3 * * *", job_name="nigthly")

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[at_night])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")
at_night = dg.ScheduleDefinition(name="at_night", cron_schedule="0 3 * * *", job=nightly)

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[at_night])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const names = graph.jobs.filter((job) => !job.hidden).map((job) => job.name);
      const found = [
        ...graph.schedules.map((schedule) => ({
          owner: schedule as GraphSchedule | GraphSensor,
          kind: "schedule",
          targets: [schedule.target],
        })),
        ...graph.sensors.map((sensor) => ({ owner: sensor as GraphSchedule | GraphSensor, kind: "sensor", targets: sensor.targets })),
      ];
      for (const { owner, kind, targets } of found) {
        if (owner.condition) continue;
        for (const target of targets) {
          if (target?.kind !== "unresolved-name") continue;
          const near = misspelt(target.name, names);
          const fix = renameIn(target.at, target.name, near, location);
          report({
            message: `the ${kind} \`${owner.name}\` targets the job \`${target.name}\`, which does not exist`,
            why: `Dagster: "${kind === "schedule" ? "ScheduleDefinition" : "SensorDefinition"} "${owner.name}" targets job "${target.name}" which was not found in this repository."`,
            help:
              near === undefined
                ? "Add the job to the definitions, or give the schedule the job itself: `job=…`."
                : `Did you mean \`${near}\`?`,
            location: target.at,
            subject: `${kind}:${owner.name}`,
            doubts: graph.gaps.jobs,
            ...(fix && { fix }),
          });
        }
      }
    }
  },
});
