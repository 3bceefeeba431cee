import type { LoadedLocation } from "../../dagster/analysis.ts";
import { signatureOfFunction } from "../../dagster/library/function-signature.ts";
import type { GraphAsset, ResolvedDependency } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import type { FunctionValue } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { loadedDependencies } from "../facts/assets/asset-dependencies.ts";
import { functionOfAsset } from "../facts/definition-place.ts";
import { annotationOf, returnAnnotationOf } from "../facts/functions/parameter-mistake.ts";
import { areApart, plainTypes } from "../facts/functions/plain-types.ts";
import { isKeptAsItIs } from "../facts/resources/default-io.ts";
import { defineRule } from "../rule.ts";

export const assetTypeMismatch = defineRule({
  name: "asset-type-mismatch",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter that loads an asset is annotated with another type than the asset returns.",
    why: "Dagster loads it, and checks types when it runs: the step fails with `Type check failed for step input`. Only types that are known and the default I/O manager are judged; another may convert.",
    example: `import dagster as dg

@dg.asset
def order_count() -> int: ...

@dg.asset
def report(order_count: str) -> None: ...

defs = dg.Definitions(assets=[order_count, report])
`,
    instead: `import dagster as dg

@dg.asset
def order_count() -> int: ...

@dg.asset
def report(order_count: int) -> None: ...

defs = dg.Definitions(assets=[order_count, report])
`,
    source: "dagster/_core/execution/plan/execute_step.py (_type_checked_step_output_event_sequence), 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const mismatches = loadedDependencies(graph).flatMap(({ asset, upstream, dependency }) => {
        const found = mismatchOf(dependency, { asset, upstream, location });
        return found && isKeptAsItIs(upstream, dependency, asset, graph) ? [{ asset, upstream, found }] : [];
      });
      for (const { asset, upstream, found } of mismatches) {
        const [taken, loaded] = [asset, upstream].map(({ path }) => toUserString(path));
        report({
          message: `\`${taken}\` takes \`${loaded}\` as \`${found.wanted.text}\`, and it returns \`${found.made.text}\``,
          why: 'Dagster loads it without a word; the run fails: "Type check failed for step input".',
          help: "Annotate both with the type that the value has.",
          location: found.wanted.at,
          related: [{ location: found.made.at, message: `\`${loaded}\` returns this` }],
          subject: `asset:${taken}`,
        });
      }
    }
  },
});

interface Ends {
  readonly asset: GraphAsset;
  readonly upstream: GraphAsset;
  readonly location: LoadedLocation;
}

/** What is returned and what is wanted, when no value can be both. */
function mismatchOf({ parameter }: ResolvedDependency, { asset, upstream, location }: Ends) {
  const producer = functionOfAsset(upstream);
  const made = producer && returnedBy(producer, location);
  const consumer = made && functionOfAsset(asset);
  if (!consumer || parameter === undefined || isConverted(upstream, asset)) return undefined;
  const wanted = made && parameterOf(consumer, parameter, { location, asset });
  return wanted && areApart(made.types, wanted.types) ? { made, wanted } : undefined;
}

/** Of several partitions a dictionary is loaded; `dagster_type=` takes the annotation's place. */
function isConverted(...assets: readonly GraphAsset[]): boolean {
  return assets.some(({ claim }) => {
    const partitions = claim?.spec.fields.get("partitions_def");
    return (partitions !== undefined && partitions.kind !== "none") || claim?.object.args?.keywords.has("dagster_type") === true;
  });
}

interface Annotated {
  readonly types: readonly string[];
  readonly text: string;
  readonly at: { readonly path: string; readonly start: number; readonly end: number };
}

/** Asked for each consumer of an asset. */
function returnedBy(fn: FunctionValue, location: LoadedLocation): Annotated | undefined {
  if (!known.has(fn)) known.set(fn, returnedType(fn, location));
  return known.get(fn);
}

/** A function belongs to one location. */
const known = new WeakMap<FunctionValue, Annotated | undefined>();

function returnedType(fn: FunctionValue, { interpreter }: LoadedLocation): Annotated | undefined {
  const { definition } = fn;
  const annotation = returnAnnotationOf(fn, interpreter);
  if (definition.kind === "lambda" || !definition.returns || !annotation) return undefined;
  const types = plainTypes(annotation);
  // What returns nothing is another rule's concern.
  return types === undefined || types.every((type) => type === "None") ? undefined : annotated(types, definition.returns, fn);
}

interface Consumer {
  readonly location: LoadedLocation;
  readonly asset: GraphAsset;
}

function parameterOf(fn: FunctionValue, name: string, { location: { interpreter }, asset }: Consumer): Annotated | undefined {
  const at = asset.claim?.object.at;
  const parameter = at && signatureOfFunction(fn, interpreter, at).parameters.find((each) => each.name === name);
  const value = parameter && annotationOf(parameter, interpreter);
  const types = value && plainTypes(value);
  const written = parameter?.annotation;
  return types && written && "expression" in written ? annotated(types, written.expression, written.function) : undefined;
}

function annotated(types: readonly string[], { start, end }: Expression, { file }: FunctionValue): Annotated {
  return { types, text: file.text.slice(start, end).replaceAll(/\s+/g, " "), at: { path: file.path, start, end } };
}
