import { callsOf } from "../facts/calls.ts";
import { dimensionsOf, familyOf, partitionsField } from "../facts/partitioning/partitions.ts";
import { placeInArgument, stringsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiPartitionKeyChars = defineRule({
  name: "multi-partition-key-chars",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A static dimension of a `MultiPartitionsDefinition` has a key with `|`, `,`, `[` or `]`, which Dagster joins keys with.",
    why: "Dagster refuses: `Invalid character in partition key for dimension .... A multi-partitions definition cannot contain partition keys with the following characters: |, [, ], ,`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": dg.StaticPartitionsDefinition(["eu,us", "asia"])}))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": dg.StaticPartitionsDefinition(["eu_us", "asia"])}))
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
        const keys = familyOf(value, location.interpreter) === "static" ? stringsOf(partitionsField(value, "partition_keys")) : [];
        const wrong = keys.find((key) => /[|,[\]]/.test(key.value));
        if (!wrong) continue;
        report({
          message: `the key \`${wrong.value}\` of the dimension \`${name}\` has a character that joins keys`,
          why: `Dagster: "Invalid character in partition key for dimension ${name}. A multi-partitions definition cannot contain partition keys with the following characters: |, [, ], ,"`,
          help: "Spell the key without `|`, `,`, `[` and `]`.",
          location: placeInArgument(wrong, argument),
        });
      }
    }
  },
});
