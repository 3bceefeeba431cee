import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphJob, GraphTarget, RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { type KeyPath, keyId, toUserString } from "../../dagster/model/asset-key.ts";
import type { FunctionValue } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { functionOf } from "../facts/definition-place.ts";
import { callsInBody, keywordOf } from "../facts/functions/calls-in-body.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { defineRule } from "../rule.ts";

export const runrequestOutsideSelection = defineRule({
  name: "runrequest-outside-selection",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The run request of a schedule or sensor selects an asset that nothing defines. A note where the asset exists and its job does not select it.",
    why: "Dagster looks at it when the tick has fired: a run of a key that does not exist cannot be made, and a run of another asset is listed under a job that is not about it.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.sensor(target=[orders])
def on_file(context):
    return dg.RunRequest(asset_selection=[dg.AssetKey("order")])

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.sensor(target=[orders])
def on_file(context):
    return dg.RunRequest(asset_selection=[dg.AssetKey("orders")])

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    source: "dagster/_core/definitions/job_definition.py (get_subset), run_request.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const keys = () => [...graph.assets.values()].flatMap((asset) => (asset.claim ? [toUserString(asset.path)] : []));
      for (const instigator of instigators(graph)) {
        for (const { path, at } of requestedKeys(instigator.function, location)) {
          const asset = graph.assets.get(keyId(path));
          const key = toUserString(path);
          const shared = { location: at, subject: `${instigator.word}:${instigator.name}` };
          if (!asset?.claim) {
            report({
              ...shared,
              message: `a run request of \`${instigator.name}\` selects \`${key}\`, which nothing defines`,
              why: `Dagster loads it without a word; when it fires: "AssetKey(s) ['${key}'] were selected, but no AssetsDefinition objects supply these keys."`,
              help: didYouMean(misspelt(key, keys()), "Correct the key, or define the asset."),
              doubts: graph.gaps.assets,
            });
          } else if (instigator.job && isOutside(asset.id, instigator.job)) {
            report({
              ...shared,
              severity: "info",
              message: `a run request of \`${instigator.name}\` selects \`${key}\`, which its job does not`,
              why: "Dagster materializes it all the same, in a run of a job that is not about it.",
              help: "Add it to the selection of the job or target.",
            });
          }
        }
      }
    }
  },
});

interface Instigator {
  readonly word: "schedule" | "sensor";
  readonly name: string;
  readonly function: FunctionValue;
  /** The only one. */
  readonly job: GraphJob | undefined;
}

function instigators(graph: RepositoryGraph): readonly Instigator[] {
  const jobOf = (targets: readonly (GraphTarget | null)[]): GraphJob | undefined => {
    const [only] = targets;
    if (targets.length !== 1 || !only) return undefined;
    if (only.kind === "assets") return only.job;
    return only.kind === "job" ? graph.jobs.find(({ name, condition }) => name === only.name && !condition) : undefined;
  };
  return [
    ...graph.schedules.map((each) => ({ ...each, word: "schedule" as const, targets: [each.target] })),
    ...graph.sensors.map((each) => ({ ...each, word: "sensor" as const })),
  ].flatMap(({ object, name, word, condition, targets }) => {
    const own = object.fields.get("execution_fn");
    const fn = own?.kind === "function" ? own : functionOf(object);
    return fn && !condition ? [{ word, name, function: fn, job: jobOf(targets) }] : [];
  });
}

function isOutside(id: string, { selection }: GraphJob): boolean {
  if (!selection || selection.gaps.length > 0 || selection.problems.length > 0) return false;
  const { certain, possible, open } = selection.resolved.assets;
  return !open && !certain.has(id) && !possible.has(id);
}

interface RequestedKey {
  readonly path: KeyPath;
  readonly at: Location;
}

/** Keys that are written out: `RunRequest(asset_selection=[AssetKey("orders")])`. */
function requestedKeys(fn: FunctionValue, location: LoadedLocation): readonly RequestedKey[] {
  const calls = callsInBody(fn, location);
  return calls.flatMap((call) => {
    const selection = call.name === "dagster.RunRequest" ? keywordOf(call, "asset_selection") : undefined;
    if (selection?.kind !== "list") return [];
    return calls.flatMap(({ name, node, at }) => {
      const path = name === "dagster.AssetKey" && selection.items.includes(node) ? pathOf(node.args.map(({ value }) => value)) : undefined;
      return path ? [{ path, at }] : [];
    });
  });
}

/** `AssetKey("a")`, `AssetKey(["a", "b"])`. */
function pathOf([only, ...others]: readonly Expression[]): KeyPath | undefined {
  if (!only || others.length > 0) return undefined;
  const parts = only.kind === "list" || only.kind === "tuple" ? only.items : [only];
  const path = parts.flatMap((part) => (part.kind === "string" ? [part.value] : []));
  return path.length === parts.length && path.length > 0 ? path : undefined;
}
