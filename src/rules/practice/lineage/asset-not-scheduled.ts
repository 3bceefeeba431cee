import type { AssetClaim, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { isMissing, ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetNotScheduled = defineRule({
  name: "asset-not-scheduled",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Nothing makes an asset: no job with a schedule or sensor selects it, and it has no automation condition.",
    why: "It is only made by hand.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/guides/automate",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const reached = reachedAssets(graph);
      if (!reached) continue;
      const forgotten = ownAssets(graph).filter(({ asset, claim }) => !reached.has(asset.id) && !isAutomatic(claim));
      for (const { key, at, subject } of forgotten) {
        report({
          message: `nothing makes \`${key}\`: no schedule, no sensor, no automation condition`,
          why: "It is only made by hand.",
          help: "Give it an `automation_condition`, or select it in a job with a schedule.",
          location: at,
          subject,
        });
      }
    }
  },
});

function isAutomatic({ spec: { fields } }: AssetClaim): boolean {
  return !isMissing(fields.get("automation_condition")) || !isMissing(fields.get("auto_materialize_policy"));
}

/** What schedules and sensors launch; `undefined` when one of them may launch anything. */
function reachedAssets({ schedules, sensors, jobs, gaps }: RepositoryGraph): ReadonlySet<string> | undefined {
  if (gaps.schedules.length + gaps.sensors.length + gaps.jobs.length > 0) return undefined;
  const reached = new Set<string>();
  const targets = [...schedules.map(({ target }) => target), ...sensors.flatMap((sensor) => sensor.targets)];
  const names = new Set(targets.flatMap((target) => (target?.kind === "job" ? [target.name] : [])));
  const launched = [
    ...targets.flatMap((target) => (target?.kind === "assets" ? [target.job] : [])),
    ...jobs.filter(({ name }) => names.has(name)),
  ];
  const selections = [
    ...launched.map(({ selection }) => selection),
    ...sensors.filter(({ type }) => type !== "automation").map(({ selection }) => selection),
  ];
  if (targets.some((target) => target?.kind === "unknown")) return undefined;
  for (const selection of selections) {
    if (!selection) continue;
    if (selection.resolved.assets.open) return undefined;
    for (const id of [...selection.resolved.assets.certain, ...selection.resolved.assets.possible]) reached.add(id);
  }
  return reached;
}
