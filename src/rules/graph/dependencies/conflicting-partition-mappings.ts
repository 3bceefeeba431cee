import { groupBy } from "../../../base/group-by.ts";
import type { AssetClaim, Dependency, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { partitionsIdentity } from "../../../dagster/loading/graph/partitions-class.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { identityOf } from "../../facts/assets/spec-differences.ts";
import { defineRule } from "../../rule.ts";

export const conflictingPartitionMappings = defineRule({
  name: "conflicting-partition-mappings",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Assets of one definition depend on one asset with different partition mappings.",
    why: "Dagster keeps one mapping for each upstream asset of a definition. It refuses: `Two different PartitionMappings for ... provided for asset .... Please use the same PartitionMapping for ....`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.multi_asset(
    partitions_def=daily,
    specs=[
        dg.AssetSpec("a", deps=[dg.AssetDep("orders", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-1))]),
        dg.AssetSpec("b", deps=[dg.AssetDep("orders", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-2))]),
    ],
)
def several(): ...

defs = dg.Definitions(assets=[orders, several])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

day_before = dg.TimeWindowPartitionMapping(start_offset=-1)

@dg.multi_asset(
    partitions_def=daily,
    specs=[
        dg.AssetSpec("a", deps=[dg.AssetDep("orders", partition_mapping=day_before)]),
        dg.AssetSpec("b", deps=[dg.AssetDep("orders", partition_mapping=day_before)]),
    ],
)
def several(): ...

defs = dg.Definitions(assets=[orders, several])
`,
    source: "dagster/_core/definitions/assets/definition/assets_definition.py (get_partition_mappings_from_deps), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const claims of definitionsOf(graph)) {
        const mappings = new Map<string, { readonly identity: string; readonly at: AssetClaim["at"] }>();
        for (const { value: dependency, condition } of claims.flatMap(({ deps }) => deps.items)) {
          const mapping = dependency.object.fields.get("partition_mapping");
          const identity = mapping === undefined || mapping.kind === "none" ? undefined : identityOf(mapping);
          if (condition || identity === undefined) continue;
          const key = toUserString(dependency.path);
          const first = mappings.get(key);
          if (!first) mappings.set(key, { identity, at: dependency.at });
          if (!first || first.identity === identity) continue;
          report({
            message: `\`${key}\` is depended on with two different partition mappings by assets of one definition`,
            why: `Dagster: "Two different PartitionMappings for AssetKey(${JSON.stringify(dependency.path)}) provided for asset …. Please use the same PartitionMapping for AssetKey(${JSON.stringify(dependency.path)})."`,
            help: "Use one mapping, or define the assets apart.",
            location: dependency.at,
            related: [{ location: first.at, message: "the other mapping" }],
          });
        }
      }
    }
  },
});

/** Claims with mappings that are one definition: of one object, and bare specs with the same partitions. */
function definitionsOf(graph: RepositoryGraph): readonly (readonly AssetClaim[])[] {
  const claims: AssetClaim[] = [];
  for (const { claim } of graph.assets.values()) if (claim && !claim.condition && claim.deps.items.some(isMapped)) claims.push(claim);
  const grouped = groupBy(claims, ({ object, spec }) =>
    object.type === "dagster.AssetSpec" ? (partitionsIdentity(spec.fields.get("partitions_def")) ?? object) : object,
  );
  return [...grouped.values()];
}

function isMapped({ value }: { readonly value: Dependency }): boolean {
  const mapping = value.object.fields.get("partition_mapping");
  return mapping !== undefined && mapping.kind !== "none";
}
