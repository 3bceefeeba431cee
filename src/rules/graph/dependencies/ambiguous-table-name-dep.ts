import { groupBy } from "../../../base/group-by.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { entryOf } from "../../../python/make-value.ts";
import type { LibraryObject } from "../../../python/value.ts";
import { defineRule } from "../../rule.ts";

export const ambiguousTableNameDep = defineRule({
  name: "ambiguous-table-name-dep",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dependency is named by its table, and several assets have that table name.",
    why: 'Dagster refuses: `Multiple upstream assets found with table name "..."`.',
    example: `import dagster as dg

a = dg.AssetSpec("a", metadata={"dagster/table_name": "shop.orders"})
b = dg.AssetSpec("b", metadata={"dagster/table_name": "shop.orders"})
c = dg.AssetSpec("c", deps=[dg.AssetDep("orders", metadata={"dagster/table_name": "shop.orders"})])

defs = dg.Definitions(assets=[a, b, c])
`,
    instead: `import dagster as dg

a = dg.AssetSpec("a", metadata={"dagster/table_name": "shop.orders"})
b = dg.AssetSpec("b", metadata={"dagster/table_name": "shop.refunds"})
c = dg.AssetSpec("c", deps=[dg.AssetDep("orders", metadata={"dagster/table_name": "shop.orders"})])

defs = dg.Definitions(assets=[a, b, c])
`,
    source: "dagster/_core/definitions/resolved_asset_deps.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const isAsked = [...graph.assets.values()].some(({ dependencies }) => dependencies.some(({ resolvedBy }) => resolvedBy === "table"));
      if (!isAsked) continue;
      const tables = groupBy(
        [...graph.assets.values()].filter(({ claim }) => claim && !claim.condition),
        ({ claim }) => tableName(claim?.spec),
      );
      for (const asset of graph.assets.values()) {
        if (!asset.claim || asset.claim.condition) continue;
        for (const dependency of asset.dependencies) {
          const table = tableName(dependency.object);
          const named = table === undefined ? [] : (tables.get(table) ?? []);
          if (dependency.resolvedBy !== "table" || named.length < 2) continue;
          report({
            message: `${named.length} assets have the table name \`${table}\`, by which \`${toUserString(asset.path)}\` finds its upstream`,
            why: `Dagster: "Multiple upstream assets found with table name "${table}": […]."`,
            help: "Name the dependency by its asset key.",
            location: dependency.at,
            subject: `asset:${toUserString(asset.path)}`,
          });
        }
      }
    }
  },
});

function tableName(object: LibraryObject | undefined): string | undefined {
  const metadata = object?.fields.get("metadata");
  const name = metadata?.kind === "dict" ? entryOf(metadata, "dagster/table_name") : undefined;
  return name?.kind === "str" ? name.value : undefined;
}
