import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { partitionsIdentity } from "../../../dagster/loading/graph/partitions-class.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { differingAttribute, differingWithinOp } from "../../facts/assets/spec-differences.ts";
import { defineRule } from "../../rule.ts";

export const conflictingAssetSpecs = defineRule({
  name: "conflicting-asset-specs",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two different `AssetSpec`s of one key in one definition, or among the assets of one `Definitions`.",
    why: "Dagster refuses: `Received conflicting AssetSpecs with the same key: ...` Equal ones count as one.",
    example: `import dagster as dg

defs = dg.Definitions(assets=[dg.AssetSpec("orders", group_name="raw"), dg.AssetSpec("orders", group_name="shop")])
`,
    instead: `import dagster as dg

defs = dg.Definitions(assets=[dg.AssetSpec("orders", group_name="raw"), dg.AssetSpec("refunds", group_name="shop")])
`,
    source: "dagster/_core/definitions/assets/definition/assets_definition.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const asset of [...graph.assets.values()].filter(({ claims }) => claims.length > 1)) {
        const claims = asset.claims.filter((claim) => !claim.condition);
        const [first, ...others] = claims;
        for (const other of others) {
          const attribute = first && differenceOf(first, other, claims);
          if (!first || attribute === undefined) continue;
          const key = toUserString(asset.path);
          report({
            message: `two specs of \`${key}\` differ in \`${attribute}\``,
            why: 'Dagster: "Received conflicting AssetSpecs with the same key: …".',
            help: "Keep one of the two.",
            location: other.spec.at,
            related: [{ location: first.spec.at, message: "the other one" }],
            subject: `asset:${key}`,
          });
        }
      }
    }
  },
});

/** In what the two differ where they are of one definition: `AssetsDefinition(specs=…)`, bare specs of one partitions definition, specs of one op. */
function differenceOf(first: AssetClaim, other: AssetClaim, claims: readonly AssetClaim[]): string | undefined {
  if (first.object === other.object) {
    if (first.payload?.definition === "assets_definition") return differingAttribute(first.spec, other.spec);
    const last = claims.filter(({ object }) => object === first.object).at(-1) ?? other;
    return first.payload?.definition === "multi_asset"
      ? differingWithinOp(first.spec, last.spec, first.object.fields.get("node_def"))
      : undefined;
  }
  if (first.object.type !== "dagster.AssetSpec" || other.object.type !== "dagster.AssetSpec") return undefined;
  const [one, two] = [first, other].map((claim) => partitionsIdentity(claim.spec.fields.get("partitions_def")));
  return one !== undefined && one === two ? differingAttribute(first.spec, other.spec) : undefined;
}
