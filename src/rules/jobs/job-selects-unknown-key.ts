import type { Location } from "../../base/span.ts";
import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { HIDDEN_JOB_PREFIX } from "../../dagster/loading/graph/build-jobs.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import type { JobSelection } from "../../dagster/selection/resolve-expression.ts";
import { renameKeyIn } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { defineRule } from "../rule.ts";

export const jobSelectsUnknownKey = defineRule({
  name: "job-selects-unknown-key",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "The selection of a job, or the target of a schedule or sensor, names an asset that nothing defines.",
    why: "Dagster cannot resolve the job: `AssetKey(s) [...] were selected, but no AssetsDefinition objects supply these keys.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection=["order"])

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection=["orders"])

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/asset_selection.py (KeysAssetSelection), 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const unknown = unknownKeys(graph);
      const defined =
        unknown.length === 0 ? [] : [...graph.assets.values()].filter(({ claim }) => claim).map((asset) => toUserString(asset.path));
      for (const { owner, subject, at, path, certain } of unknown) {
        const key = toUserString(path);
        const near = misspelt(key, defined);
        const fix = renameKeyIn(at, path, near, location);
        report({
          message: `${owner} selects the asset \`${key}\`, which nothing defines`,
          why: `Dagster: "AssetKey(s) [AssetKey(${pythonList(path)})] were selected, but no AssetsDefinition objects supply these keys."`,
          help: didYouMean(near, "Select an asset that exists, or add the missing one to the definitions."),
          location: at,
          subject: subject ?? `asset:${key}`,
          ...(fix && { fix }),
          doubts: certain ? [] : graph.gaps.assets,
        });
      }
      for (const { owner, at, check, certain, subject } of unknownChecks(graph)) {
        const key = `${toUserString(check.asset)}:${check.name}`;
        report({
          message: `${owner} selects the check \`${key}\`, which nothing defines`,
          why: `Dagster: "AssetCheckKey(s) ['${key}'] were selected, but no definitions supply these keys."`,
          help: "Select a check that exists, or add the missing one to the definitions.",
          location: at,
          subject,
          doubts: certain ? [] : [...graph.gaps.checks, ...graph.gaps.assets],
        });
      }
    }
  },
});

function unknownChecks(graph: RepositoryGraph) {
  return graph.jobs
    .filter(({ condition, hidden }) => !condition && !hidden)
    .flatMap(({ name, selection }) =>
      (selection?.problems ?? []).flatMap(({ at, error }) =>
        error.kind === "unknown-check"
          ? [{ owner: `the job \`${name}\``, subject: `job:${name}`, at, check: error.check, certain: error.certain }]
          : [],
      ),
    );
}

interface UnknownKey {
  /** "the job `nightly`". */
  readonly owner: string;
  readonly subject?: string;
  readonly at: Location;
  readonly path: readonly string[];
  readonly certain: boolean;
}

/** Of jobs, and of automation sensors: Dagster resolves what these target too when it loads. */
function unknownKeys(graph: RepositoryGraph): readonly UnknownKey[] {
  const ofJobs = graph.jobs
    .filter((job) => !job.condition)
    .flatMap((job) =>
      problemKeys(job.selection).map((problem) =>
        job.hidden
          ? { owner: `the target of \`${job.name.slice(HIDDEN_JOB_PREFIX.length)}\``, ...problem }
          : { owner: `the job \`${job.name}\``, subject: `job:${job.name}`, ...problem },
      ),
    );
  const ofSensors = graph.sensors
    .filter(({ type, condition, implicit }) => type === "automation" && !condition && !implicit)
    .flatMap(({ name, selection }) =>
      problemKeys(selection).map((problem) => ({ owner: `the sensor \`${name}\``, subject: `sensor:${name}`, ...problem })),
    );
  return [...ofJobs, ...ofSensors];
}

function problemKeys(selection: JobSelection | undefined): readonly Pick<UnknownKey, "at" | "path" | "certain">[] {
  return (selection?.problems ?? []).flatMap(({ at, error }) =>
    error.kind === "unknown-asset" ? [{ at, path: error.key, certain: error.certain }] : [],
  );
}

function pythonList(path: readonly string[]): string {
  return `[${path.map((part) => `'${part}'`).join(", ")}]`;
}
