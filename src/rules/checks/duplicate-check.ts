import type { GraphCheck } from "../../dagster/loading/graph/asset-graph.ts";
import { checkId, toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const duplicateCheck = defineRule({
  name: "duplicate-check",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two definitions have a check of one name on one asset.",
    why: "Dagster refuses: `Duplicate asset check key: AssetCheckKey(...)`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders, name="is_fresh")
def is_of_today(): ...

@dg.asset_check(asset=orders, name="is_fresh")
def is_of_this_week(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_of_today, is_of_this_week])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def is_of_today(): ...

@dg.asset_check(asset=orders)
def is_of_this_week(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_of_today, is_of_this_week])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const first = new Map<string, GraphCheck>();
      for (const check of graph.checks) {
        if (check.condition) continue;
        const id = checkId(check);
        const other = first.get(id);
        if (!other) first.set(id, check);
        if (!other || other.object === check.object) continue;
        const name = `${toUserString(check.asset)}:${check.name}`;
        report({
          message: `the check \`${check.name}\` of \`${toUserString(check.asset)}\` is defined twice`,
          why: `Dagster: "Duplicate asset check key: AssetCheckKey(asset_key=AssetKey([${check.asset.map((part) => `'${part}'`).join(", ")}]), name='${check.name}')".`,
          help: "Rename one of them.",
          location: placeOfDefinition(check.object),
          related: [{ location: placeOfDefinition(other.object), message: "the other definition" }],
          subject: `check:${name}`,
        });
      }
    }
  },
});
