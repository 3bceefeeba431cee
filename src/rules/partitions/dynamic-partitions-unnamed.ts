import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const dynamicPartitionsUnnamed = defineRule({
  name: "dynamic-partitions-unnamed",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `DynamicPartitionsDefinition` has no name, or a name and a `partition_fn`.",
    why: "Dagster refuses: `Must provide either partition_fn or name to DynamicPartitionsDefinition.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DynamicPartitionsDefinition())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DynamicPartitionsDefinition(name="customers"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/dynamic.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.DynamicPartitionsDefinition")) {
      const isNone = (name: string): boolean => call.value(name).kind === "none";
      const both = truthy(call, ["partition_fn", "name"], location);
      const bare = isNone("name") && isNone("partition_fn");
      if (!bare && both.length < 2) continue;
      report({
        message: bare ? "dynamic partitions have no name" : "dynamic partitions have both a name and a `partition_fn`",
        why: bare
          ? 'Dagster: "Must provide either partition_fn or name to DynamicPartitionsDefinition."'
          : 'Dagster: "Cannot provide both partition_fn and name to DynamicPartitionsDefinition."',
        help: bare ? 'Add `name="…"`, under which their keys are kept.' : "Remove the `partition_fn`, which is deprecated.",
        location: both[1]?.argument.at ?? call.at,
      });
    }
  },
});
