import { groupBy } from "../../base/group-by.ts";
import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { checkId } from "../../dagster/model/asset-key.ts";
import type { LibraryObject } from "../../python/value.ts";
import { executableNodes } from "../facts/assets/executable-nodes.ts";
import { listKeys, type SelectingJob, selectingJobs } from "../facts/automation/job-selections.ts";
import { defineRule } from "../rule.ts";

export const jobSplitsMultiAsset = defineRule({
  name: "job-splits-multi-asset",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A job selects some of the assets and checks that one function makes, and the function cannot run in part.",
    why: "Dagster cannot resolve the job: `When building job, the AssetsDefinition '...' contains asset keys ... This AssetsDefinition does not support subsetting.`",
    example: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("orders"), dg.AssetSpec("customers")])
def load(): ...

nightly = dg.define_asset_job("nightly", selection=["orders"])

defs = dg.Definitions(assets=[load], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("orders"), dg.AssetSpec("customers")])
def load(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])

defs = dg.Definitions(assets=[load], jobs=[nightly])
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py (_subset_assets_defs), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const selectingAny = selectingJobs(graph);
      const units = selectingAny.length === 0 ? [] : indivisibleUnits(graph);
      for (const selecting of selectingAny) {
        for (const unit of units) {
          const left = leftOut(unit, selecting);
          if (!left) continue;
          report({
            message: `${selecting.who} selects a part of what \`${unit.name}\` makes, which cannot run in part; it leaves out ${left}`,
            why: `Dagster: "When building job, the AssetsDefinition '${unit.name}' contains asset keys … This AssetsDefinition does not support subsetting."`,
            help: "Select everything that it makes (`AssetSelection.….required_multi_asset_neighbors()`), or give it `can_subset=True` and let it make what `context.selected_asset_keys` says.",
            location: selecting.at,
            related: [{ location: unit.object.at, message: "these are made together" }],
            subject: selecting.subject,
          });
        }
      }
    }
  },
});

interface Unit {
  readonly object: LibraryObject;
  readonly name: string;
  readonly assets: readonly { readonly id: string; readonly path: readonly string[] }[];
  readonly checks: readonly { readonly id: string; readonly text: string }[];
}

/** Definitions of two or more assets and checks that surely cannot be subset. Those of which a part is not known are left out. */
function indivisibleUnits(graph: RepositoryGraph): readonly Unit[] {
  const checksOf = groupBy(
    graph.checks.filter(({ condition }) => !condition),
    ({ object }) => object,
  );
  const nodes = executableNodes(graph);
  const withAssets = new Set(nodes.map(({ object }) => object));
  const alone = [...checksOf.keys()].filter((object) => !withAssets.has(object)).map((object) => ({ object, assets: [] }));
  return [...nodes, ...alone].flatMap(({ object, assets }) => {
    const checks = checksOf.get(object) ?? [];
    if (assets.length + checks.length < 2 || !isIndivisible(object)) return [];
    const texts = checks.map((check) => ({ id: checkId(check), text: `${check.asset.join("/")}:${check.name}` }));
    return { object, name: nodeName(object), assets, checks: texts };
  });
}

function isIndivisible(object: LibraryObject): boolean {
  const canSubset = object.fields.get("can_subset");
  const isKnown = ["specs", "check_specs"].every((name) => {
    const list = object.fields.get(name);
    return list === undefined || list.kind === "none" || (list.kind === "list" && list.complete);
  });
  return isKnown && canSubset?.kind === "bool" && !canSubset.value;
}

/** What of the unit is surely not selected although another part surely is, in words. */
function leftOut({ assets, checks }: Unit, { selection }: SelectingJob): string | undefined {
  const { resolved } = selection;
  const isIn = (set: typeof resolved.assets, id: string): boolean => set.certain.has(id);
  const isOut = (set: typeof resolved.assets, id: string): boolean => !set.certain.has(id) && !set.possible.has(id) && !set.open;
  const some = assets.some(({ id }) => isIn(resolved.assets, id)) || checks.some(({ id }) => isIn(resolved.checks, id));
  if (!some) return undefined;
  const missing = assets.filter(({ id }) => isOut(resolved.assets, id));
  if (missing.length > 0) return listKeys(missing);
  const [check] = checks.filter(({ id }) => isOut(resolved.checks, id));
  return check && `the check \`${check.text}\``;
}

function nodeName(object: LibraryObject): string {
  const node = object.fields.get("node_def");
  const name = node?.kind === "object" ? node.fields.get("name") : undefined;
  return name?.kind === "str" ? name.value : "…";
}
