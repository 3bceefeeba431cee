import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { defineRule } from "../rule.ts";

export const multiAssetSpecsDeps = defineRule({
  name: "multi-asset-specs-deps",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`@multi_asset` with both `specs` and `deps`.",
    why: "Dagster refuses: `Can not pass deps and specs to @multi_asset, specify deps on the AssetSpecs directly.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a")], deps=["orders"])
def several(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a", deps=["orders"])])
def several(): ...

defs = dg.Definitions(assets=[orders, several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsOf(location, "dagster.multi_asset")) {
      const [deps] = truthy(decorator, ["deps", "non_argument_deps"], location);
      if (!deps || truthy(decorator, ["specs"], location).length === 0) continue;
      report({
        message: `\`${deps.name}\` is given beside \`specs\``,
        why: 'Dagster: "Can not pass deps and specs to @multi_asset, specify deps on the AssetSpecs directly."',
        help: "Put the dependencies into the specs that have them.",
        location: deps.argument.at,
      });
    }
  },
});
