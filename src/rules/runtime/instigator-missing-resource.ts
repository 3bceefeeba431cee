import { placeOfDefinition } from "../facts/definition-place.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { stringsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const instigatorMissingResource = defineRule({
  name: "instigator-missing-resource",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule or sensor asks for a resource that is not in `resources`.",
    why: "Dagster loads it, and the first tick fails.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

@dg.sensor(target=[orders])
def on_file(context, database: Database): ...

defs = dg.Definitions(assets=[orders], sensors=[on_file], resources={"db": Database()})
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

@dg.sensor(target=[orders])
def on_file(context, database: Database): ...

defs = dg.Definitions(assets=[orders], sensors=[on_file], resources={"database": Database()})
`,
    source: "dagster/_core/definitions/sensor_definition.py (validate_and_get_resource_dict), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      // A repository binds no resources of its own: its members bring theirs.
      if (graph.target?.type === "dagster.RepositoryDefinition") continue;
      const keys = graph.resources.map(({ key }) => key);
      const owners = [
        ...graph.schedules.map((owner) => ({ ...owner, word: "schedule" })),
        ...graph.sensors.filter(({ implicit }) => !implicit).map((owner) => ({ ...owner, word: "sensor" })),
      ];
      for (const { object, name, word, condition } of owners) {
        for (const { value: key } of condition ? [] : stringsOf(object.fields.get("required_resource_keys"))) {
          if (keys.includes(key)) continue;
          report({
            message: `the ${word} \`${name}\` asks for the resource \`${key}\`, which is not provided`,
            why: "Dagster loads it without a word, and the first tick fails.",
            help: didYouMean(misspelt(key, keys), `Add \`"${key}": …\` to \`resources\` of the \`Definitions\`.`),
            location: placeOfDefinition(object),
            subject: `${word}:${name}`,
            doubts: graph.gaps.resources,
          });
        }
      }
    }
  },
});
