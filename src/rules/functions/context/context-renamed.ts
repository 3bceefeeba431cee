import { parameterRenaming } from "../../facts/fixes/rename-parameter.ts";
import { mistakenParameters } from "../../facts/functions/mistaken-parameters.ts";
import { defineRule } from "../../rule.ts";

export const contextRenamed = defineRule({
  name: "context-renamed",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A parameter annotated as a context under another name than `context`, `_context`, `context_` or `_`.",
    why: 'Dagster knows the context by its name and takes any other for an upstream asset: `Input asset "["ctx"]" is not produced by any of the provided asset ops …`',
    example: `import dagster as dg

@dg.asset
def orders(ctx: dg.AssetExecutionContext): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/decorator_utils.py (get_valid_name_permutations), 1.13.27",
  },
  check(context) {
    for (const { name, ...place } of mistakenParameters(context, "context-renamed")) {
      const fix = place.function && parameterRenaming(place.function, { from: name, to: "context" }, context.location);
      context.report({
        message: `\`${name}\` is taken for an upstream asset: the context must be the first parameter and be called \`context\``,
        why: `Dagster: "Input asset "["${name}"]" is not produced by any of the provided asset ops and is not one of the provided sources."`,
        help: `Rename \`${name}\` to \`context\`.`,
        location: place.at,
        subject: place.subject,
        doubts: place.doubts,
        ...(fix && { fix }),
      });
    }
  },
});
