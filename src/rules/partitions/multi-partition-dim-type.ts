import type { Interpreter } from "../../python/interpreter.ts";
import type { Value } from "../../python/value.ts";
import { callsOf } from "../facts/calls.ts";
import { dimensionsOf, familyOf, partitionsField } from "../facts/partitioning/partitions.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiPartitionDimType = defineRule({
  name: "multi-partition-dim-type",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dimension of a `MultiPartitionsDefinition` is multi-dimensional itself, is dynamic without a name, or is not a partitions definition.",
    why: "Dagster refuses: `Invalid partitions definition type ...`, `DynamicPartitionsDefinition must have a name to be used in a MultiPartitionsDefinition.`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": ["eu", "us"]}))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": dg.StaticPartitionsDefinition(["eu", "us"])}))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/multi.py (_check_valid_partitions_dimensions), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.MultiPartitionsDefinition")) {
      const argument = call.given("partitions_defs");
      const dimensions = dimensionsOf(call.call.result) ?? [];
      if (!argument || dimensions.length !== 2) continue;
      for (const { name, value } of dimensions) {
        const wrong = mistakeOf(value, location.interpreter);
        if (wrong === undefined) continue;
        report({
          message: `the dimension \`${name}\` ${wrong}`,
          why: 'Dagster: "Invalid partitions definition type …. Only the following partitions definition types are supported: …".',
          help: "A dimension is made of static, dynamic (named) or time partitions.",
          location: placeInArgument(value, argument),
        });
      }
    }
  },
});

function mistakeOf(value: Value, interpreter: Interpreter): string | undefined {
  if (["list", "tuple", "str", "int", "none", "dict", "symbol", "function"].includes(value.kind)) return "is not a partitions definition";
  const family = familyOf(value, interpreter);
  if (family === "multipartitions") return "has dimensions itself";
  return family === "dynamic" && partitionsField(value, "name")?.kind === "none" ? "is dynamic and has no name" : undefined;
}
