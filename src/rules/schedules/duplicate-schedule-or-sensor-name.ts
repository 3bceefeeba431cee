import type { GraphSchedule, GraphSensor } from "../../dagster/loading/graph/asset-graph.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const duplicateScheduleOrSensorName = defineRule({
  name: "duplicate-schedule-or-sensor-name",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two schedules or sensors of a code location have one name: schedules and sensors share their names. A schedule without a name is called after its job.",
    why: "Dagster refuses: `Duplicate definition found for ...`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
morning = dg.ScheduleDefinition(job=load, cron_schedule="0 6 * * *")
evening = dg.ScheduleDefinition(job=load, cron_schedule="0 18 * * *")

defs = dg.Definitions(assets=[orders], schedules=[morning, evening])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
morning = dg.ScheduleDefinition(name="morning", job=load, cron_schedule="0 6 * * *")
evening = dg.ScheduleDefinition(name="evening", job=load, cron_schedule="0 18 * * *")

defs = dg.Definitions(assets=[orders], schedules=[morning, evening])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const first = new Map<string, GraphSchedule | GraphSensor>();
      const kinds = new Map<object, string>(graph.sensors.map((sensor) => [sensor, "sensor"]));
      const kindOf = (owner: GraphSchedule | GraphSensor): string => kinds.get(owner) ?? "schedule";
      for (const owner of [...graph.schedules, ...graph.sensors]) {
        if (owner.condition || ("implicit" in owner && owner.implicit)) continue;
        const other = first.get(owner.name);
        if (!other) {
          first.set(owner.name, owner);
          continue;
        }
        report({
          message: `the ${kindOf(owner)} \`${owner.name}\` has the name of another ${kindOf(other)}`,
          why: `Dagster: "Duplicate definition found for ${owner.name}".`,
          help: 'Give one of them another `name="…"`.',
          location: placeOfDefinition(owner.object),
          related: [{ location: placeOfDefinition(other.object), message: "the other one" }],
          subject: `${kindOf(owner)}:${owner.name}`,
        });
      }
    }
  },
});
