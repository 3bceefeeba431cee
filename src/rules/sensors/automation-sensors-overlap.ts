import type { GraphSensor, RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfArgument } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const automationSensorsOverlap = defineRule({
  name: "automation-sensors-overlap",
  group: "sensors",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two `AutomationConditionSensorDefinition`s target one asset.",
    why: "Dagster refuses: `Automation policy sensors '...' and '...' have overlapping asset selections: they both target '...'.`",
    example: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

everything = dg.AutomationConditionSensorDefinition("everything", target=dg.AssetSelection.all())
only_orders = dg.AutomationConditionSensorDefinition("only_orders", target="orders")

defs = dg.Definitions(assets=[orders], sensors=[everything, only_orders])
`,
    instead: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

others = dg.AutomationConditionSensorDefinition("others", target=dg.AssetSelection.all() - dg.AssetSelection.assets("orders"))
only_orders = dg.AutomationConditionSensorDefinition("only_orders", target="orders")

defs = dg.Definitions(assets=[orders], sensors=[others, only_orders])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py (_validate_auto_materialize_sensors), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const { sensor, other, id } of overlaps(graph)) {
        const key = toUserString(graph.assets.get(id)?.path ?? []);
        report({
          message: `the automation sensors \`${other.name}\` and \`${sensor.name}\` both target \`${key}\``,
          why: `Dagster: "Automation policy sensors '${sensor.name}' and '${other.name}' have overlapping asset selections: they both target '${key}'."`,
          help: "Let each asset belong to one automation sensor.",
          location: placeOfArgument(sensor.object, "target") ?? sensor.at,
          related: [{ location: placeOfArgument(other.object, "target") ?? other.at, message: "the other sensor's target" }],
          subject: `sensor:${sensor.name}`,
        });
      }
    }
  },
});

interface Overlap {
  readonly sensor: GraphSensor;
  readonly other: GraphSensor;
  /** Of the first asset that both target. */
  readonly id: string;
}

function overlaps(graph: RepositoryGraph): readonly Overlap[] {
  const firstOf = new Map<string, GraphSensor>();
  return graph.sensors.flatMap((sensor) => {
    if (sensor.type !== "automation" || sensor.implicit || sensor.condition) return [];
    const ids = [...(sensor.selection?.resolved.assets.certain ?? [])];
    const id = ids.find((each) => firstOf.has(each));
    const other = id === undefined ? undefined : firstOf.get(id);
    for (const each of ids) if (!firstOf.has(each)) firstOf.set(each, sensor);
    return id !== undefined && other ? [{ sensor, other, id }] : [];
  });
}
