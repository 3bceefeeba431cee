import { groupBy } from "../../../base/group-by.ts";
import type { RepositoryGraph, ResolvedDependency } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { identityOf } from "../../facts/assets/spec-differences.ts";
import { defineRule } from "../../rule.ts";

export const conflictingDepMetadata = defineRule({
  name: "conflicting-dep-metadata",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two `AssetDep`s name one asset that nothing defines, with different metadata.",
    why: "Dagster makes one external asset of them. It refuses: `Conflicting metadata found on AssetDeps referencing ...: ... != .... All metadata for AssetDeps referencing a given key must be identical or empty.`",
    example: `import dagster as dg

@dg.asset(deps=[dg.AssetDep("people", metadata={"source": "crm"})])
def customers(): ...

@dg.asset(deps=[dg.AssetDep("people", metadata={"source": "erp"})])
def employees(): ...

defs = dg.Definitions(assets=[customers, employees])
`,
    instead: `import dagster as dg

people = dg.AssetSpec("people", metadata={"source": "crm"})

@dg.asset(deps=[people])
def customers(): ...

@dg.asset(deps=[people])
def employees(): ...

defs = dg.Definitions(assets=[people, customers, employees])
`,
    source: "dagster/_core/definitions/resolved_asset_deps.py (resolve_stub_assets_defs), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const [key, dependencies] of danglingByKey(graph)) {
        const [first, ...others] = dependencies.flatMap((dependency) => {
          const metadata = dependency.object.fields.get("metadata");
          const identity = metadata?.kind === "dict" && metadata.entries.size > 0 ? identityOf(metadata) : undefined;
          return identity === undefined ? [] : [{ dependency, identity }];
        });
        const other = others.find(({ identity }) => identity !== first?.identity);
        if (!first || !other) continue;
        report({
          message: `\`${key}\` is named with different metadata, and nothing defines it`,
          why: `Dagster: "Conflicting metadata found on AssetDeps referencing ${JSON.stringify(other.dependency.path)}: … != …. All metadata for AssetDeps referencing a given key must be identical or empty."`,
          help: "Define the asset once with `AssetSpec`, its metadata there.",
          location: other.dependency.at,
          related: [{ location: first.dependency.at, message: "the other metadata" }],
          doubts: graph.gaps.assets,
        });
      }
    }
  },
});

function danglingByKey(graph: RepositoryGraph): ReadonlyMap<string, readonly ResolvedDependency[]> {
  const dangling = [...graph.assets.values()].flatMap(({ claim, dependencies }) =>
    claim && !claim.condition ? dependencies.filter(({ resolvedBy, condition }) => resolvedBy === "none" && !condition) : [],
  );
  return groupBy(dangling, ({ path }) => toUserString(path));
}
