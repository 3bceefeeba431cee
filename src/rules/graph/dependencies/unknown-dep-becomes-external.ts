import type { ResolvedDependency } from "../../../dagster/loading/graph/asset-graph.ts";
import { type KeyPath, toUserString } from "../../../dagster/model/asset-key.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { danglingDependencies, nearestKey } from "../../facts/assets/asset-dependencies.ts";
import { claimsIn, definedElsewhere } from "../../facts/assets/other-locations.ts";
import { replaceText } from "../../facts/fixes/replace-text.ts";
import { didYouMean } from "../../facts/names/suggest.ts";
import { defineRule, type RuleContext } from "../../rule.ts";

export const unknownDepBecomesExternal = defineRule({
  name: "unknown-dep-becomes-external",
  group: "graph",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A dependency in `deps` names a key that nothing defines, here or in another code location of the repository. An error when the key is nearly that of an asset that exists.",
    why: "Dagster does not complain: it makes an empty external asset of the key. A misspelt dependency so loses the order of execution and the lineage in silence.",
    example: `import dagster as dg

@dg.asset
def customers(): ...

@dg.asset(deps=["costumers"])
def churn(): ...

defs = dg.Definitions(assets=[customers, churn])
`,
    instead: `import dagster as dg

@dg.asset
def customers(): ...

@dg.asset(deps=["customers"])
def churn(): ...

defs = dg.Definitions(assets=[customers, churn])
`,
    source: "dagster/_core/definitions/resolved_asset_deps.py (resolve_stub_assets_defs), 1.13.27",
  },
  check(context) {
    for (const graph of context.graphs) {
      for (const { asset, dependency, doubts } of danglingDependencies(graph)) {
        if (dependency.parameter !== undefined) continue;
        const elsewhere = definedElsewhere(dependency.id, context.location, context.analysis);
        // What the change under review removes has a rule of its own.
        const isRemoved = context.base !== undefined && claimsIn(dependency.id, context.base).length > 0;
        if (elsewhere === "defined" || isRemoved) continue;
        const near = nearestKey(dependency.path, graph, asset.path);
        const fix = near && renameKey(dependency.object.fields.get("asset_key"), near, context);
        context.report({
          message: `\`${toUserString(asset.path)}\` depends on \`${toUserString(dependency.path)}\`, which nothing defines`,
          why: "Dagster loads this: it makes an external asset of the key that nothing ever materializes.",
          help: didYouMean(near && toUserString(near), "If it is external, declare it with `AssetSpec`; else correct the key."),
          location: dependency.at,
          subject: `asset:${toUserString(asset.path)}`,
          doubts: near ? doubts : [...doubts, ...elsewhere],
          ...severityOf(dependency, near),
          ...(fix && { fix }),
        });
      }
    }
  },
});

/** A key that somebody wrote can be misspelt; one that an integration made is what it is. */
const BY_HAND: ReadonlySet<string> = new Set(["deps", "spec", "ins"]);

/** The sources of a dbt project and the like are mostly external, and on purpose. */
function severityOf({ via }: ResolvedDependency, near: KeyPath | undefined): { readonly severity?: "info" | "error" } {
  if (!BY_HAND.has(via)) return { severity: "info" };
  return near ? { severity: "error" } : {};
}

/** Replaces the literals of the parts that differ; none when a part is not written as a literal. */
function renameKey(key: Value | undefined, near: KeyPath, { location }: RuleContext): Fix | undefined {
  const parts = key?.kind === "object" ? partsOf(key) : [];
  if (parts.length !== near.length) return undefined;
  const changed = parts.flatMap((part, index) =>
    part.kind === "str" && part.value === near[index] ? [] : [{ part, text: near[index] ?? "" }],
  );
  const edits = changed.flatMap(({ part, text }) => replaceText(part, text, location) ?? []);
  if (edits.length !== changed.length) return undefined;
  return { title: `Replace the key by \`${toUserString(near)}\``, applicability: "unsafe", edits };
}

function partsOf(key: LibraryObject): readonly Value[] {
  const path = key.fields.get("path");
  return path?.kind === "list" || path?.kind === "tuple" ? path.items : [];
}
