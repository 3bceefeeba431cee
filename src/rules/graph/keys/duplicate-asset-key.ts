import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { partitionsIdentity } from "../../../dagster/loading/graph/partitions-class.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { placeOfDefinition } from "../../facts/definition-place.ts";
import { defineRule } from "../../rule.ts";

export const duplicateAssetKey = defineRule({
  name: "duplicate-asset-key",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two definitions of one asset key in a code location.",
    why: "Dagster refuses the code location: `Duplicate asset key: AssetKey([...])`, or, where modules are loaded, `Asset key ... is defined multiple times`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(name="orders")
def orders_from_backup(): ...

defs = dg.Definitions(assets=[orders, orders_from_backup])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def orders_from_backup(): ...

defs = dg.Definitions(assets=[orders, orders_from_backup])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const asset of graph.assets.values()) {
        if (asset.claims.length < 2) continue;
        const [first, ...others] = inOrder(asset.claims.filter(({ condition }) => !condition));
        for (const other of first ? others.filter(isCounted) : []) {
          if (!first || other.object === first.object) continue;
          if (isBareSpec(first) && isBareSpec(other) && samePartitions(first, other)) continue;
          report({
            message: `the asset key \`${toUserString(asset.path)}\` is defined twice`,
            why: `Dagster: "Duplicate asset key: AssetKey([${asset.path.map((part) => `'${part}'`).join(", ")}])".`,
            help: "Give one of the two another key, or remove it from the definitions.",
            location: placeOfDefinition(other.object),
            related: [{ location: placeOfDefinition(first.object), message: "first defined here" }],
            subject: `asset:${toUserString(asset.path)}`,
          });
        }
      }
    }
  },
});

/** Dagster makes definitions of bare specs when it has seen all others. */
function inOrder(claims: readonly AssetClaim[]): readonly AssetClaim[] {
  return [...claims.filter((claim) => !isBareSpec(claim)), ...claims.filter(isBareSpec)];
}

/** A source asset that comes after another definition of its key is ignored without a word; one that comes before is in the way. */
function isCounted({ object }: AssetClaim): boolean {
  return object.type !== "dagster.SourceAsset" && object.type !== "dagster.ObservableSourceAsset";
}

/** Specs of one partitions definition that are given to `Definitions` become one definition: equal ones are one, unequal ones another rule's concern. */
function isBareSpec({ object }: AssetClaim): boolean {
  return object.type === "dagster.AssetSpec";
}

function samePartitions(left: AssetClaim, right: AssetClaim): boolean {
  const [one, other] = [left, right].map((claim) => partitionsIdentity(claim.spec.fields.get("partitions_def")));
  return one === undefined || other === undefined || one === other;
}
