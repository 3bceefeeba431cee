import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const multiPartitionTwoDims = defineRule({
  name: "multi-partition-two-dims",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `MultiPartitionsDefinition` has not exactly two dimensions.",
    why: "Dagster refuses: `Dagster currently only supports multi-partitions definitions with 2 partitions definitions.`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily}))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": dg.StaticPartitionsDefinition(["eu", "us"])}))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/multi.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.MultiPartitionsDefinition")) {
      const argument = call.given("partitions_defs");
      if (argument?.value.kind !== "dict" || !argument.value.complete || argument.value.entries.size === 2) continue;
      const count = argument.value.entries.size;
      report({
        message: `multi-dimensional partitions have two dimensions, not ${count}`,
        why: `Dagster: "Dagster currently only supports multi-partitions definitions with 2 partitions definitions. Your multi-partitions definition has ${count} partitions definitions."`,
        help: count < 2 ? "Use the one definition itself." : "Join two dimensions into one static definition.",
        location: argument.at,
      });
    }
  },
});
