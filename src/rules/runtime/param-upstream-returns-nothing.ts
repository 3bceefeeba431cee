import { toUserString } from "../../dagster/model/asset-key.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { FunctionValue } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { walk } from "../../syntax/walk.ts";
import { loadedDependencies } from "../facts/assets/asset-dependencies.ts";
import { functionOfAsset } from "../facts/definition-place.ts";
import { returnAnnotationOf } from "../facts/functions/parameter-mistake.ts";
import { importsOfDagster, qualifiedName } from "../facts/names/written-names.ts";
import { isKeptAsItIs } from "../facts/resources/default-io.ts";
import { defineRule } from "../rule.ts";

export const paramUpstreamReturnsNothing = defineRule({
  name: "param-upstream-returns-nothing",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter loads an asset whose function returns nothing, or a `MaterializeResult` without a `value`.",
    why: "Dagster loads it; when it runs, the default I/O manager has nothing to load. One of another kind may load what the asset wrote itself, and is not judged.",
    example: `import dagster as dg

@dg.asset
def orders() -> None: ...

@dg.asset
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None: ...

@dg.asset(deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "https://docs.dagster.io/guides/build/assets/passing-data-between-assets",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const ofNothing = loadedDependencies(graph).flatMap(({ asset, upstream, dependency }) => {
        const fn = functionOfAsset(upstream);
        const returned = fn && returnedBy(fn, location.interpreter);
        if (returned === undefined || !asset.claim || asset.claim.condition) return [];
        return isKeptAsItIs(upstream, dependency, asset, graph) ? [{ asset, upstream, dependency, returned }] : [];
      });
      for (const { asset, upstream, dependency, returned } of ofNothing) {
        report({
          message: `\`${toUserString(asset.path)}\` loads \`${toUserString(upstream.path)}\`, which is annotated to return \`${returned}\``,
          why: "Dagster loads it without a word; when it runs, the default I/O manager finds no value.",
          help: `Write \`deps=[…]\` instead of the parameter \`${dependency.parameter}\`.`,
          location: dependency.at,
          subject: `asset:${toUserString(asset.path)}`,
        });
      }
    }
  },
});

/** Asked for each consumer of an asset. */
function returnedBy(fn: FunctionValue, interpreter: Interpreter): string | undefined {
  if (!known.has(fn)) known.set(fn, returnsNothing(fn, interpreter));
  return known.get(fn);
}

/** A function belongs to one location. */
const known = new WeakMap<FunctionValue, string | undefined>();

/** `None`, `MaterializeResult`; `undefined` when something else may be returned. */
function returnsNothing(fn: FunctionValue, interpreter: Interpreter): string | undefined {
  const annotation = returnAnnotationOf(fn, interpreter);
  if (!annotation) return undefined;
  if (annotation.kind === "none") return "None";
  const isResult = annotation.kind === "symbol" && annotation.name === "dagster.MaterializeResult";
  return isResult && !mayGiveValue(fn, interpreter) ? "MaterializeResult" : undefined;
}

/** A result is made elsewhere, or with a `value`, which is stored. */
function mayGiveValue(fn: FunctionValue, interpreter: Interpreter): boolean {
  let found = false;
  const imported = importsOfDagster(fn.file.tree.body);
  walk(interpreter.bodyOf(fn), (node) => {
    if (node.kind === "function" || node.kind === "lambda" || node.kind === "class") return false;
    found ||= node.kind === "yield";
    if (node.kind === "return" && node.value && node.value.kind !== "none") found ||= !isResultWithoutValue(node.value, imported);
    return undefined;
  });
  return found;
}

function isResultWithoutValue(expression: Expression, imported: ReadonlyMap<string, string>): boolean {
  if (expression.kind !== "call" || qualifiedName(expression.callee, imported) !== "dagster.MaterializeResult") return false;
  return expression.args.every((argument) => argument.kind === "keyword" && argument.name !== "value");
}
