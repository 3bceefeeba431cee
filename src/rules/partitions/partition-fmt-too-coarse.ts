import { toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { firstTwoKeys } from "../facts/partitioning/first-windows.ts";
import { familyOf } from "../facts/partitioning/partitions.ts";
import { defineRule } from "../rule.ts";

export const partitionFmtTooCoarse = defineRule({
  name: "partition-fmt-too-coarse",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The format of partition keys gives two partitions one key.",
    why: "Dagster refuses: `This partition set contains multiple time ranges that map to the same partition key.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01", fmt="%Y-%m-%d"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00", fmt="%Y-%m-%d-%H"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/time_window.py (validate_partition_definition), 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const { path, kind, claim } of graphs.flatMap((graph) => [...graph.assets.values()])) {
      const partitions = kind === "asset" && !claim?.condition ? claim?.spec.fields.get("partitions_def") : undefined;
      if (!claim || !partitions || partitions.kind === "none") continue;
      const [first, second] = firstTwoKeys(partitions) ?? [];
      if (first === undefined || first !== second || familyOf(partitions, location.interpreter) !== "time") continue;
      report({
        message: `the first two partitions of \`${toUserString(path)}\` have one key, \`${first}\``,
        why: 'Dagster: "This partition set contains multiple time ranges that map to the same partition key."',
        help: "Let the `fmt` tell apart what the cadence tells apart.",
        location: placeOfArgument(claim.object, "partitions_def") ?? placeOfDefinition(claim.object),
        subject: `asset:${toUserString(path)}`,
      });
    }
  },
});
