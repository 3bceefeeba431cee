import { keyOfIn } from "../facts/assets/keys.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiAssetBadOutName = defineRule({
  name: "multi-asset-bad-out-name",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A name in `outs` with a `-`.",
    why: "Dagster makes `_` of it and then does not find the name again: a bare `KeyError` stops the load.",
    example: `import dagster as dg

@dg.multi_asset(outs={"raw-orders": dg.AssetOut()})
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(outs={"raw_orders": dg.AssetOut()})
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py (build_named_outs), 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsOf(location, "dagster.multi_asset")) {
      const outs = decorator.given("outs");
      if (outs?.value.kind !== "dict") continue;
      const keys = new Set<string>();
      for (const { key, value } of outs.value.entries.values()) {
        const made = key.kind === "str" ? keyOfIn(key.value, value) : undefined;
        if (made !== undefined && keys.has(made)) {
          report({
            message: `two outputs make the asset \`${made}\``,
            why: `Python: "KeyError: '…'", without another word.`,
            help: "Give each output a key of its own.",
            location: placeInArgument(key, outs),
          });
        }
        if (made !== undefined) keys.add(made);
        if (key.kind !== "str" || !/^[A-Za-z0-9_-]*-[A-Za-z0-9_-]*$/.test(key.value)) continue;
        report({
          message: `the output \`${key.value}\` has a dash in its name`,
          why: `Python: "KeyError: '${key.value}'", without another word.`,
          help: `Write \`"${key.value.replaceAll("-", "_")}"\`, and give the \`AssetOut\` a \`key\` when the asset is to have the dash.`,
          location: placeInArgument(key, outs),
        });
      }
    }
  },
});
