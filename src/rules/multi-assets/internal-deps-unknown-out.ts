import { entryOf } from "../../python/make-value.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { renameValue } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { placeInArgument, textOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const internalDepsUnknownOut = defineRule({
  name: "internal-deps-unknown-out",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A key of `internal_asset_deps` that is no output.",
    why: "Dagster refuses: `Invalid out key '...' supplied to `internal_asset_deps` argument for multi-asset ... Must be one of the outs for this multi-asset`",
    example: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"c": {dg.AssetKey("a")}})
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"b": {dg.AssetKey("a")}})
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, function: fn } of decorationsOf(location, "dagster.multi_asset")) {
      const internal = decorator.given("internal_asset_deps");
      const outs = decorator.value("outs");
      if (internal?.value.kind !== "dict" || outs.kind !== "dict" || !outs.complete || outs.entries.size === 0) continue;
      const names = [...outs.entries.values()].flatMap(({ key }) => textOf(key) ?? []);
      for (const { key } of internal.value.entries.values()) {
        if (key.kind !== "str" || entryOf(outs, key.value) !== undefined) continue;
        const near = misspelt(key.value, names);
        const fix = renameValue(key, near, location);
        report({
          message: `\`${key.value}\` in \`internal_asset_deps\` is no output`,
          why: `Dagster: "Invalid out key '${key.value}' supplied to \`internal_asset_deps\` argument for multi-asset ${fn.name}. Must be one of the outs for this multi-asset […]."`,
          help: didYouMean(near, "Name one of `outs`."),
          location: placeInArgument(key, internal),
          ...(fix && { fix }),
        });
      }
    }
  },
});
