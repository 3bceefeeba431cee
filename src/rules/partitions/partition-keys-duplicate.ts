import { callsOf } from "../facts/calls.ts";
import { itemRemoval } from "../facts/fixes/remove-item.ts";
import { placeInArgument, stringsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const partitionKeysDuplicate = defineRule({
  name: "partition-keys-duplicate",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A partition key is in a `StaticPartitionsDefinition` twice.",
    why: "Dagster refuses: `Partition keys must be unique. Duplicate instances of partition keys: [...]`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us", "eu"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/static.py, partitions/utils/base.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.StaticPartitionsDefinition", "dagster.static_partitioned_config")) {
      const argument = call.given("partition_keys");
      const keys = stringsOf(argument?.value);
      const again = keys.find((key, index) => keys.findIndex(({ value }) => value === key.value) < index);
      if (!argument || !again) continue;
      const edit = itemRemoval(again, argument, location);
      report({
        message: `the partition key \`${again.value}\` is there twice`,
        why: `Dagster: "Partition keys must be unique. Duplicate instances of partition keys: ['${again.value}']."`,
        help: "Remove one of them.",
        location: placeInArgument(again, argument),
        ...(edit && { fix: { title: "Remove the second one", applicability: "unsafe", edits: [edit] } }),
      });
    }
  },
});
