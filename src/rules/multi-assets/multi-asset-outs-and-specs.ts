import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { defineRule } from "../rule.ts";

export const multiAssetOutsAndSpecs = defineRule({
  name: "multi-asset-outs-and-specs",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`@multi_asset` with both `outs` and `specs`.",
    why: "Dagster refuses: `Must specify only outs or specs but not both.`",
    example: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut()}, specs=[dg.AssetSpec("b")])
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsOf(location, "dagster.multi_asset")) {
      const [outs] = truthy(decorator, ["outs"], location);
      const [specs] = truthy(decorator, ["specs"], location);
      if (!outs || !specs) continue;
      report({
        message: "`outs` and `specs` are both given",
        why: 'Dagster: "Must specify only outs or specs but not both."',
        help: "Say everything in `specs`.",
        location: outs.argument.at,
        related: [{ location: specs.argument.at, message: "`specs` is here" }],
      });
    }
  },
});
