import { toUserString } from "../../dagster/model/asset-key.ts";
import { assetsGiving } from "../facts/assets/certain-assets.ts";
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
    const coarse = graphs
      .flatMap((graph) => assetsGiving(graph, "partitions_def"))
      .flatMap(({ asset, value }) => {
        const [first, second] = asset.kind === "asset" ? (firstTwoKeys(value) ?? []) : [];
        return first !== undefined && first === second && familyOf(value, location.interpreter) === "time" ? [{ asset, first }] : [];
      });
    for (const { asset, first } of coarse) {
      const { path, claim } = asset;
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
