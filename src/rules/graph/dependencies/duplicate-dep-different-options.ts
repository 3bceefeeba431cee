import type { Value } from "../../../python/value.ts";
import { keyOfDep } from "../../facts/assets/keys.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { identityOf } from "../../facts/assets/spec-differences.ts";
import { callsGiving } from "../../facts/calls.ts";
import { elementsOf, placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const duplicateDepDifferentOptions = defineRule({
  name: "duplicate-dep-different-options",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "One asset twice in `deps`, with different options.",
    why: "Dagster refuses: `Cannot set a dependency on asset ... more than once per asset.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders", dg.AssetDep("orders", partition_mapping=dg.AllPartitionMapping())])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[dg.AssetDep("orders", partition_mapping=dg.AllPartitionMapping())])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/assets/definition/asset_dep.py (coerce_to_deps_and_check_duplicates), 1.13.27",
  },
  check({ location, report }) {
    const several = callsGiving(location, "deps", "dagster.asset", "dagster.multi_asset", "dagster.AssetSpec").filter(
      (call) => elementsOf(call.given("deps")?.value).items.length > 1,
    );
    for (const call of several) {
      const argument = call.given("deps");
      const seen = new Map<string, string>();
      for (const item of elementsOf(argument?.value).items) {
        const key = keyOfDep(item);
        const options = optionsOf(item);
        if (!argument || key === undefined || options === undefined) continue;
        if (seen.has(key) && seen.get(key) !== options) {
          report({
            message: `\`${key}\` is named twice in \`deps\`, with different options`,
            why: `Dagster: "Cannot set a dependency on asset ${key} more than once per asset."`,
            help: "Name it once.",
            location: placeInArgument(item, argument),
            ...subjectOfCall(call.call),
          });
        }
        seen.set(key, options);
      }
    }
  },
});

/** Equal strings are equal options; `undefined`: not known. */
function optionsOf(item: Value): string | undefined {
  if (item.kind !== "object" || item.type !== "dagster.AssetDep") return "NoneNone";
  const [mapping, metadata] = ["partition_mapping", "metadata"].map((name) => identityOf(item.fields.get(name)));
  return mapping === undefined || metadata === undefined ? undefined : `${mapping}${metadata}`;
}
