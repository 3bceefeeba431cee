import { keyOfDep, keyOfIn } from "../../facts/assets/keys.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsGiving } from "../../facts/calls.ts";
import { elementsOf, placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const inAndDepConflict = defineRule({
  name: "in-and-dep-conflict",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "One asset in `deps` and in an `AssetIn` that says more than its key.",
    why: "Dagster refuses: `Asset key '...' is used as both an input (via AssetIn) and a dependency (via AssetDep). …`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders"], ins={"orders": dg.AssetIn(metadata={"columns": ["id"]})})
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"orders": dg.AssetIn(metadata={"columns": ["id"]})})
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py (validate_can_coexist), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsGiving(location, "ins", "dagster.asset", "dagster.multi_asset")) {
      const ins = call.given("ins");
      const deps = new Set(elementsOf(call.given("deps")?.value).items.flatMap((item) => keyOfDep(item) ?? []));
      if (ins?.value.kind !== "dict" || deps.size === 0) continue;
      for (const { key, value } of ins.value.entries.values()) {
        const asset = key.kind === "str" ? keyOfIn(key.value, value) : undefined;
        const args = value.kind === "object" ? value.args : undefined;
        const more = ["metadata", "key_prefix", "dagster_type", "partition_mapping"].find((name) => {
          const kind = args?.keywords.get(name)?.value.kind;
          return kind !== undefined && kind !== "none" && kind !== "unknown";
        });
        if (asset === undefined || !deps.has(asset) || more === undefined) continue;
        report({
          message: `\`${asset}\` is in \`deps\` and in \`ins\`, which gives it \`${more}\``,
          why: `Dagster: "Asset key '${asset}' is used as both an input (via AssetIn) and a dependency (via AssetDep). …"`,
          help: "Remove it from `deps`.",
          location: placeInArgument(value, ins),
          ...subjectOfCall(call.call),
        });
      }
    }
  },
});
