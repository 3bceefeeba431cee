import { callsOf } from "../facts/calls.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const assetoutSpecDeps = defineRule({
  name: "assetout-spec-deps",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`AssetOut.from_spec` of a spec that has dependencies.",
    why: "Dagster refuses: `Currently, cannot build AssetOut from spec with deps`",
    example: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut.from_spec(dg.AssetSpec("a", deps=["orders"]))})
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut.from_spec(dg.AssetSpec("a"))}, deps=["orders"])
def several(): ...

defs = dg.Definitions(assets=[several, dg.AssetSpec("orders")])
`,
    source: "dagster/_core/definitions/assets/definition/asset_out.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.AssetOut.from_spec")) {
      const argument = call.given("spec");
      const deps = argument?.value.kind === "object" ? argument.value.fields.get("deps") : undefined;
      if (!argument || elementsOf(deps).items.length === 0) continue;
      report({
        message: "the spec has dependencies, which an `AssetOut` cannot take over",
        why: 'Dagster: "Currently, cannot build AssetOut from spec with deps".',
        help: "Give the dependencies to the decorator (`deps`, `internal_asset_deps`), or use `specs` in place of `outs`.",
        location: argument.at,
      });
    }
  },
});
