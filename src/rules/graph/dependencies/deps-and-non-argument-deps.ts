import { notNone } from "../../facts/arguments/exclusive-arguments.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsGiving } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

export const depsAndNonArgumentDeps = defineRule({
  name: "deps-and-non-argument-deps",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`deps` together with `non_argument_deps`.",
    why: "Dagster refuses: `Cannot specify both deps and non_argument_deps to @asset. Use only deps instead.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders], non_argument_deps={"orders"})
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/decorators/asset_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsGiving(location, "non_argument_deps", "dagster.asset", "dagster.multi_asset")) {
      const [older] = notNone(call, ["non_argument_deps"]);
      if (!older || notNone(call, ["deps"]).length === 0) continue;
      report({
        message: "`deps` and `non_argument_deps` are both given",
        why: 'Dagster: "Cannot specify both deps and non_argument_deps to @asset. Use only deps instead."',
        help: "Move everything to `deps`.",
        location: older.argument.at,
        ...subjectOfCall(call.call),
      });
    }
  },
});
