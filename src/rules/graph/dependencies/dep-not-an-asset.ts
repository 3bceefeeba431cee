import type { Interpreter } from "../../../python/interpreter.ts";
import type { Value } from "../../../python/value.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsGiving } from "../../facts/calls.ts";
import { elementsOf, isUnsure, placeInArgument, pythonRepr } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

const CALLS = ["asset", "multi_asset", "AssetSpec"].map((name) => `dagster.${name}`);

export const depNotAnAsset = defineRule({
  name: "dep-not-an-asset",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Something in `deps` is not an asset: a plain function, a job, a number.",
    why: "Dagster refuses: `Param \"asset\" is not one of ['AssetKey', 'AssetSpec', 'AssetsDefinition', 'SourceAsset', 'str']. Got ...`",
    example: `import dagster as dg

def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/assets/definition/asset_dep.py, 1.13.27",
  },
  check({ location, report }) {
    const named = [
      ...callsGiving(location, "deps", ...CALLS).flatMap((call) =>
        elementsOf(call.given("deps")?.value).items.map((item) => ({ call, item })),
      ),
      ...callsGiving(location, "asset", "dagster.AssetDep").map((call) => ({ call, item: call.value("asset") })),
    ];
    const isWrapped = ({ call, item }: (typeof named)[number]): boolean =>
      call.name === "dagster.AssetDep" && item.kind === "object" && item.type === "dagster.AssetDep";
    for (const { call, item } of named.filter((each) => isWrapped(each) || isNoAsset(each.item, location.interpreter))) {
      const argument = call.given("deps") ?? call.given("asset");
      if (!argument) continue;
      report({
        message: `\`${pythonRepr(item)}\` is not an asset that one can depend on`,
        why: `Dagster: "Param "asset" is not one of ['AssetKey', 'AssetSpec', 'AssetsDefinition', 'SourceAsset', 'str']. Got ${pythonRepr(item)} …".`,
        help:
          item.kind === "function"
            ? "Decorate the function with `@asset`, or name the key of an asset."
            : "Name an asset, its key or its spec.",
        location: placeInArgument(item, argument),
        ...subjectOfCall(call.call),
      });
    }
  },
});

const ASSETS = ["AssetKey", "AssetSpec", "AssetsDefinition", "SourceAsset", "AssetDep", "CacheableAssetsDefinition"].map(
  (name) => `dagster.${name}`,
);

function isNoAsset(value: Value, interpreter: Interpreter): boolean {
  if (["function", "class", "int", "float", "bool", "dict", "none", "module", "tuple", "set"].includes(value.kind)) return true;
  // A list is the parts of a key.
  if (value.kind === "list") return value.items.some((item) => item.kind !== "str" && !isUnsure(item));
  if (value.kind === "object" && value.type === "dagster.AssetChecksDefinition") return true;
  if (
    value.kind !== "object" ||
    !/^dagster\.(?:\w*JobDefinition|\w*Selection|OpDefinition|GraphDefinition|\w+Policy|\w*SensorDefinition|ScheduleDefinition|AssetIn|AssetOut|AssetCheckSpec|AssetCheckKey|In|Out)$/.test(
      value.type,
    )
  )
    return false;
  return !ASSETS.some((type) => interpreter.isInstance(value, type));
}
