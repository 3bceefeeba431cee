import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { partitionsIdentity } from "../../../dagster/loading/graph/partitions-class.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { differingAttribute } from "../../facts/assets/spec-differences.ts";
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
        const [first, ...others] = asset.claims.filter((claim) => !claim.condition);
        for (const other of others) {
          if (!first || !isOneDefinition(first, other)) continue;
          const attribute = differingAttribute(first.spec, other.spec);
          if (attribute === undefined) continue;
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

/** `AssetsDefinition(specs=…)` and bare specs of one partitions definition are one definition; of the specs of `@multi_asset` the last one wins. */
function isOneDefinition(left: AssetClaim, right: AssetClaim): boolean {
  if (left.object === right.object) return left.payload?.definition === "assets_definition";
  if (left.object.type !== "dagster.AssetSpec" || right.object.type !== "dagster.AssetSpec") return false;
  const [one, other] = [left, right].map((claim) => partitionsIdentity(claim.spec.fields.get("partitions_def")));
  return one !== undefined && one === other;
}
