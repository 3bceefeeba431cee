import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue } from "../../python/value.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { memberEdits } from "../facts/fixes/replace-name.ts";
import { annotationOf } from "../facts/functions/parameter-mistake.ts";
import { defineRule } from "../rule.ts";

export const contextTypeWrongDecorator = defineRule({
  name: "context-type-wrong-decorator",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "The context of a check, or of an op in a job, is annotated with `AssetExecutionContext`.",
    why: "Dagster loads it, and the step fails: `Cannot annotate @asset_check \\`context\\` parameter with type AssetExecutionContext.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def is_fresh(context: dg.AssetExecutionContext): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def is_fresh(context: dg.AssetCheckExecutionContext): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    source: "dagster/_core/execution/context/compute.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    const inJobs = new Set(
      graphs.flatMap(({ jobs }) => jobs.filter((job) => !job.condition).flatMap((job) => job.ops.map((op) => op.definition))),
    );
    for (const { decorator, signature, function: fn, result } of decorationsOf(
      location,
      "dagster.asset_check",
      "dagster.multi_asset_check",
      "dagster.op",
    )) {
      const isOp = decorator.name === "dagster.op";
      const [context] = signature.parameters;
      if (!context?.name.includes("context") || (isOp && !(result?.kind === "object" && inJobs.has(result)))) continue;
      const annotation = annotationOf(context, location.interpreter);
      if (annotation?.kind !== "symbol" || annotation.name !== "dagster.AssetExecutionContext") continue;
      const word = isOp ? "op" : "asset_check";
      const fix = contextFix(fn, isOp ? "OpExecutionContext" : "AssetCheckExecutionContext");
      report({
        message: `the context of \`${fn.name}\` is annotated with \`AssetExecutionContext\`, and \`${fn.name}\` is not an asset`,
        why: `Dagster, when it runs: "Cannot annotate @${word} \`context\` parameter with type AssetExecutionContext."`,
        help: isOp ? "Annotate it with `OpExecutionContext`." : "Annotate it with `AssetCheckExecutionContext`.",
        location: context.at,
        ...(fix && { fix }),
      });
    }
  },
});

/** The same context under the name that belongs to the decorator, which runs the same code. */
function contextFix({ definition, file }: FunctionValue, name: string): Fix | undefined {
  const annotation = definition.parameters[0]?.annotation;
  if (!annotation) return undefined;
  if (annotation.kind !== "name" && annotation.kind !== "attribute") return undefined;
  return { title: `Write \`${name}\``, applicability: "safe", edits: memberEdits(file, annotation, name) };
}
