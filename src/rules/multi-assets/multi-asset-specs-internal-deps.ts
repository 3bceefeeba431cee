import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { defineRule } from "../rule.ts";

export const multiAssetSpecsInternalDeps = defineRule({
  name: "multi-asset-specs-internal-deps",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`@multi_asset` with both `specs` and `internal_asset_deps`.",
    why: "Dagster refuses: `Can not pass internal_asset_deps and specs to @multi_asset, specify deps on the AssetSpecs directly.`",
    example: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")], internal_asset_deps={"b": {dg.AssetKey("a")}})
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b", deps=["a"])])
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsOf(location, "dagster.multi_asset")) {
      const [internal] = truthy(decorator, ["internal_asset_deps"], location);
      if (!internal || truthy(decorator, ["specs"], location).length === 0) continue;
      report({
        message: "`internal_asset_deps` is given beside `specs`",
        why: 'Dagster: "Can not pass internal_asset_deps and specs to @multi_asset, specify deps on the AssetSpecs directly."',
        help: "Put the dependencies into the specs that have them.",
        location: internal.argument.at,
      });
    }
  },
});
