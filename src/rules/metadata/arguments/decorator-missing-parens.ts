import { SIGNATURES } from "../../../dagster/library/signatures.generated.ts";
import { callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

/** Decorators that raise when they are given a function. `@schedule` and most sensors do not: they take it for their first argument. */
const WITH_ARGUMENTS = "asset_check multi_asset_check multi_asset multi_observable_source_asset graph_multi_asset multi_asset_sensor"
  .split(" ")
  .map((name) => `dagster.${name}`);

export const decoratorMissingParens = defineRule({
  name: "decorator-missing-parens",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A decorator that needs arguments stands without them, as in `@asset_check` or `@multi_asset` alone. `@schedule` and most sensors raise nothing, see `definition-not-loaded`.",
    why: "Python raises `TypeError: asset_check() takes 0 positional arguments but 1 was given`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check
def orders_has_rows(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[orders_has_rows])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def orders_has_rows(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[orders_has_rows])
`,
    source: "signatures of dagster 1.13.27",
  },
  check({ location, report }) {
    for (const { name, call, at } of callsOf(location, ...WITH_ARGUMENTS)) {
      const [first] = call.args.positional;
      if (first?.value.kind !== "function" || call.args.keywords.size > 0) continue;
      const callee = name.slice("dagster.".length);
      const takesNone = (SIGNATURES[name] ?? "").startsWith("*");
      report({
        message: `\`@${callee}\` needs arguments`,
        why: takesNone
          ? `Python: "TypeError: ${callee}() takes 0 positional arguments but 1 was given".`
          : `Dagster takes the function for the first argument of \`${callee}\`, and refuses it.`,
        help: `Write \`@${callee}(…)\`.`,
        location: at,
        subject: `${first.value.kind}:${first.value.name}`,
      });
    }
  },
});
