import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { keyId, toUserString } from "../../dagster/model/asset-key.ts";
import type { Value } from "../../python/value.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { areDifferent } from "../facts/partitioning/different-partitions.ts";
import { defineRule } from "../rule.ts";

export const checkPartitionsMismatch = defineRule({
  name: "check-partitions-mismatch",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The partitions of a check are not those of its asset.",
    why: "Dagster refuses: `Asset check '...' targets asset '...' but has a different partitions definition.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset_check(asset=orders, partitions_def=dg.DailyPartitionsDefinition("2025-02-01"))
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset_check(asset=orders, partitions_def=daily)
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    source: "dagster/_core/definitions/assets/graph/base_asset_graph.py (validate_partitions), 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      for (const check of graph.checks) {
        const own = check.condition ? undefined : check.spec.fields.get("partitions_def");
        if (own?.kind !== "object" && own?.kind !== "instance") continue;
        const theirs = partitionsOf(check.asset, graph);
        if (!theirs || (theirs.kind !== "none" && !areDifferent(own, theirs, location.interpreter))) continue;
        const key = toUserString(check.asset);
        const lacks = theirs.kind === "none" ? "and the asset has none" : "which are not those of the asset";
        report({
          message: `the check \`${check.name}\` of \`${key}\` has partitions, ${lacks}`,
          why: `Dagster: "Asset check '${key}:${check.name}' targets asset '${key}' but has a different partitions definition."`,
          help: "Give the check the asset's own partitions definition, or none.",
          location:
            placeOfArgument(check.spec, "partitions_def") ??
            placeOfArgument(check.object, "partitions_def") ??
            placeOfDefinition(check.object),
          subject: `check:${key}:${check.name}`,
          doubts: graph.assets.get(keyId(check.asset))?.claim ? [] : graph.gaps.assets,
        });
      }
    }
  },
});

const NONE: Value = { kind: "none" };

/** `undefined`: not known, or of a definition that may not be there. */
function partitionsOf(path: readonly string[], graph: RepositoryGraph): Value | undefined {
  const asset = graph.assets.get(keyId(path));
  if (asset?.claim?.condition) return undefined;
  const value = asset?.claim?.spec.fields.get("partitions_def") ?? NONE;
  return value.kind === "none" || value.kind === "object" || value.kind === "instance" ? value : undefined;
}
