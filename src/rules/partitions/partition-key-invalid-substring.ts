import { callsOf } from "../facts/calls.ts";
import { placeInArgument, stringsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

const INVALID = ["...", "\x07", "\b", "\f", "\n", "\r", "\t", "\v", "\0"];

export const partitionKeyInvalidSubstring = defineRule({
  name: "partition-key-invalid-substring",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A static partition key has `...` or a control character in it.",
    why: "Dagster refuses: `['...'] are invalid substrings in a partition key`. The interface writes ranges of keys with `...`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["2023...2024", "2025"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["2023-2024", "2025"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/static.py, partitions/utils/base.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.StaticPartitionsDefinition", "dagster.static_partitioned_config")) {
      const argument = call.given("partition_keys");
      for (const key of argument ? stringsOf(argument.value) : []) {
        const found = INVALID.find((text) => key.value.includes(text));
        if (!argument || found === undefined) continue;
        report({
          message: `the partition key ${JSON.stringify(key.value)} has ${JSON.stringify(found)} in it`,
          why: `Dagster: "['${found === "..." ? found : JSON.stringify(found).slice(1, -1)}'] are invalid substrings in a partition key".`,
          help: "Spell the key without it.",
          location: placeInArgument(key, argument),
        });
      }
    }
  },
});
