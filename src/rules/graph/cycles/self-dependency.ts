import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { type CertainAsset, certainAssets } from "../../facts/assets/certain-assets.ts";
import { isEarlierPartitions } from "../../facts/assets/self-mappings.ts";
import { defineRule } from "../../rule.ts";

export const selfDependency = defineRule({
  name: "self-dependency",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset depends on itself, and not on its own earlier partitions.",
    why: 'Dagster refuses: `Asset "..." depends on itself. Assets can only depend on themselves if they are: (a) time-partitioned and each partition depends on earlier partitions …`',
    example: `import dagster as dg

@dg.asset(deps=["balance"])
def balance(): ...

defs = dg.Definitions(assets=[balance])
`,
    instead: `import dagster as dg

@dg.asset
def balance(): ...

defs = dg.Definitions(assets=[balance])
`,
    source: "dagster/_core/definitions/assets/definition/assets_definition.py (_validate_self_deps), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const asset of certainAssets(graph).filter(namesItself)) {
        const { claim } = asset;
        for (const { value, condition } of isChecked(claim) ? claim.deps.items : []) {
          if (condition || value.id !== asset.id || isEarlierPartitions(value.object.fields.get("partition_mapping"), claim)) continue;
          const key = toUserString(asset.path);
          report({
            message: `\`${key}\` depends on itself`,
            why: `Dagster: "Asset "${key}" depends on itself. Assets can only depend on themselves if they are: (a) time-partitioned and each partition depends on earlier partitions or (b) multipartitioned, with one time dimension that depends on earlier time partitions".`,
            help: "Remove the dependency, or give the asset time partitions and the dependency a `TimeWindowPartitionMapping` with negative offsets.",
            location: value.at,
            subject: `asset:${key}`,
          });
        }
      }
    }
  },
});

function namesItself({ id, claim }: CertainAsset): boolean {
  return claim.deps.items.some(({ value }) => value.id === id);
}

/** Definitions made by a decorator or constructor; bare specs become one when they are loaded. */
function isChecked({ object }: AssetClaim): boolean {
  return object.type === "dagster.AssetsDefinition" || object.type === "dagster.AssetSpec";
}
