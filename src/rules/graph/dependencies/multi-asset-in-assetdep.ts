import { callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

export const multiAssetInAssetdep = defineRule({
  name: "multi-asset-in-assetdep",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`AssetDep` of a definition of several assets, or a check of one.",
    why: "Dagster refuses: `Cannot create an AssetDep from a multi_asset AssetsDefinition.` (`deps=[multi_asset]` directly is fine: it stands for all of them.)",
    example: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

@dg.asset(deps=[dg.AssetDep(several)])
def report(): ...

defs = dg.Definitions(assets=[several, report])
`,
    instead: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

@dg.asset(deps=[several])
def report(): ...

defs = dg.Definitions(assets=[several, report])
`,
    source: "dagster/_core/definitions/assets/definition/asset_dep.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.AssetDep", "dagster.asset_check", "dagster.AssetCheckSpec")) {
      const argument = call.given("asset");
      const specs =
        argument?.value.kind === "object" && argument.value.type === "dagster.AssetsDefinition"
          ? argument.value.fields.get("specs")
          : undefined;
      if (!argument || specs?.kind !== "list" || specs.items.length < 2) continue;
      report({
        message: `${call.name === "dagster.AssetDep" ? "an `AssetDep` stands for" : "a check is of"} one asset, and this definition makes several`,
        why:
          call.name === "dagster.AssetDep"
            ? 'Dagster: "Cannot create an AssetDep from a multi_asset AssetsDefinition. Instead, specify dependencies on the assets created by the multi_asset via AssetKeys or strings."'
            : 'Dagster: "Tried to retrieve asset key from an assets definition with multiple asset keys: …"',
        help:
          call.name === "dagster.AssetDep"
            ? "Name the key that is meant, or put the definition itself into `deps`."
            : "Name the key of the asset that is checked.",
        location: argument.at,
      });
    }
  },
});
