import { toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const duplicateDefinitionSourceAsset = defineRule({
  name: "duplicate-definition-source-asset",
  group: "loading",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A key is both an asset and a `SourceAsset`.",
    why: "Dagster loads it and ignores one of them without a word.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

orders_source = dg.SourceAsset("orders")

defs = dg.Definitions(assets=[orders, orders_source])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const { path, claims } of graphs.flatMap((graph) => [...graph.assets.values()].filter((asset) => asset.claims.length > 1))) {
      const certain = claims.filter(({ condition }) => !condition);
      const source = certain.find(({ object }) => object.type === "dagster.SourceAsset");
      const asset = certain.find(({ object }) => object.type !== "dagster.SourceAsset");
      if (!source || !asset) continue;
      const key = toUserString(path);
      report({
        message: `\`${key}\` is defined as an asset and as a \`SourceAsset\``,
        why: "Dagster does not notice, and one of them is without effect.",
        help: "Remove the `SourceAsset`: in the code location of the asset there is no need for it.",
        location: placeOfDefinition(source.object),
        related: [{ location: placeOfDefinition(asset.object), message: "the asset" }],
        subject: `asset:${key}`,
      });
    }
  },
});
