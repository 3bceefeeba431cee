import { mistakenParameters } from "../facts/functions/mistaken-parameters.ts";
import { defineRule } from "../rule.ts";

export const methodAsAsset = defineRule({
  name: "method-as-asset",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`@asset` on a method: its `self` is taken for an upstream asset.",
    why: 'Dagster: `Input asset "["self"]" is not produced by any of the provided asset ops and is not one of the provided sources.`',
    example: `import dagster as dg

class Shop:
    @dg.asset
    def orders(self): ...

defs = dg.Definitions(assets=[Shop.orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/resolved_asset_deps.py, 1.13.27",
  },
  check(context) {
    for (const place of mistakenParameters(context, "method-as-asset")) {
      context.report({
        message: "an asset cannot be a method: `self` is taken for an upstream asset",
        why: 'Dagster: "Input asset "["self"]" is not produced by any of the provided asset ops and is not one of the provided sources."',
        help: "Move the function out of the class; what it needs from the class can be a resource.",
        location: place.at,
        subject: place.subject,
        doubts: place.doubts,
      });
    }
  },
});
