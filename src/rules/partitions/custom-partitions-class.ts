import { toUserString } from "../../dagster/model/asset-key.ts";
import { assetsGiving } from "../facts/assets/certain-assets.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { familyOf } from "../facts/partitioning/partitions.ts";
import { defineRule } from "../rule.ts";

export const customPartitionsClass = defineRule({
  name: "custom-partitions-class",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The partitions of an asset are of a class of one's own that derives from `PartitionsDefinition` itself.",
    why: "Dagster refuses: `Custom PartitionsDefinition subclasses are not supported. All passed-in PartitionsDefinition objects must be an instance of one of (...)`.",
    example: `import dagster as dg

class Regions(dg.PartitionsDefinition):
    def get_partition_keys(self, current_time=None, dynamic_partitions_store=None):
        return ["eu", "us"]

@dg.asset(partitions_def=Regions())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

class Regions(dg.StaticPartitionsDefinition):
    def __init__(self):
        super().__init__(["eu", "us"])

@dg.asset(partitions_def=Regions())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py (_validate_partitions_definition), 1.13.27",
  },
  check({ graphs, location, report }) {
    const { interpreter } = location;
    for (const { asset, value: partitions } of graphs.flatMap((graph) => assetsGiving(graph, "partitions_def"))) {
      const { path, claim } = asset;
      if (partitions.kind !== "instance" || partitions.class.mro.some((base) => base.kind === "unknown")) continue;
      if (!interpreter.isInstance(partitions, "dagster.PartitionsDefinition") || familyOf(partitions, interpreter) !== undefined) continue;
      report({
        message: `\`${partitions.class.name}\`, the class of the partitions of \`${toUserString(path)}\`, derives from \`PartitionsDefinition\` itself`,
        why: `Dagster: "Custom PartitionsDefinition subclasses are not supported. … Found instance of ${partitions.class.name}".`,
        help: "Derive it from `StaticPartitionsDefinition`, `TimeWindowPartitionsDefinition` or another of Dagster's classes.",
        location: placeOfArgument(claim.object, "partitions_def") ?? placeOfDefinition(claim.object),
        subject: `asset:${toUserString(path)}`,
      });
    }
  },
});
