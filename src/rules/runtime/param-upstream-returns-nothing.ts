import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { FunctionValue } from "../../python/value.ts";
import { functionOf } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const paramUpstreamReturnsNothing = defineRule({
  name: "param-upstream-returns-nothing",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter loads an asset whose function is annotated to return nothing, or a `MaterializeResult`.",
    why: "Dagster loads it; when it runs, the I/O manager has nothing to load.",
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
      for (const { path, claim, dependencies } of graph.assets.values()) {
        if (!claim || claim.condition) continue;
        for (const { parameter, to, at, condition, object } of dependencies) {
          const upstream = parameter === undefined || condition ? undefined : graph.assets.get(to);
          const fn = upstream && functionOfAsset(upstream);
          const returned = fn && returnedBy(fn, location.interpreter);
          if (!upstream || returned === undefined || object.fields.get("dagster_type")?.kind === "symbol") continue;
          report({
            message: `\`${toUserString(path)}\` loads \`${toUserString(upstream.path)}\`, which is annotated to return \`${returned}\``,
            why: "Dagster loads it without a word; when it runs, the I/O manager finds no value.",
            help: `Write \`deps=[…]\` instead of the parameter \`${parameter}\`.`,
            location: at,
            subject: `asset:${toUserString(path)}`,
          });
        }
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
function returnsNothing({ definition, closure }: FunctionValue, interpreter: Interpreter): string | undefined {
  if (definition.kind === "lambda" || !definition.returns) return undefined;
  const annotation = interpreter.annotation(definition.returns, closure);
  if (annotation.kind === "none") return "None";
  return annotation.kind === "symbol" && annotation.name === "dagster.MaterializeResult" ? "MaterializeResult" : undefined;
}

/** The function of a certain asset that is one function's only asset. */
function functionOfAsset({ claim }: GraphAsset): FunctionValue | undefined {
  return claim && !claim.condition && claim.payload?.definition === "asset" ? functionOf(claim.object) : undefined;
}
