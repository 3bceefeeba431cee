import { KNOWN_CALLABLES, parametersOf } from "../../facts/arguments/signatures.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import type { Call } from "../../facts/calls.ts";
import { callsOf } from "../../facts/calls.ts";
import { isOnNewestDagster } from "../../facts/newest.ts";
import { defineRule } from "../../rule.ts";

export const tooManyPositionalArguments = defineRule({
  name: "too-many-positional-arguments",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An argument without its name, where a function or class of Dagster takes it by name only.",
    why: "Python raises `TypeError: ... takes 0 positional arguments but 1 was given` when the module is imported.",
    example: `import dagster as dg

@dg.asset_check("orders")
def orders_are_there():
    return dg.AssetCheckResult(passed=True)

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset_check(asset="orders")
def orders_are_there():
    return dg.AssetCheckResult(passed=True)

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[orders_are_there])
`,
    source: "https://docs.dagster.io/api, signatures of 1.13.27",
  },
  check({ location, report }) {
    if (!isOnNewestDagster(location)) return;
    for (const bound of callsOf(location, ...KNOWN_CALLABLES)) {
      const { positional, variadic, namedOnly } = parametersOf(bound.name);
      const given = bound.call.args.positional;
      const extra = given[positional];
      if (!extra || variadic || isBareDecorator(bound)) continue;
      const callee = bound.name.slice("dagster.".length);
      const names = namedOnly.slice(0, 3).map((name) => `\`${name}=\``);
      report({
        message: `\`${callee}\` takes ${positional === 0 ? "no argument" : `only ${positional} argument${positional === 1 ? "" : "s"}`} without a name`,
        why: `Python: "TypeError: ${callee}() takes ${positional} positional argument${positional === 1 ? "" : "s"} but ${given.length} ${given.length === 1 ? "was" : "were"} given".`,
        help: names.length === 0 ? "Remove the argument." : `Write the argument with its name: ${names.join(", ")} …`,
        location: extra.at,
        ...subjectOfCall(bound),
      });
    }
  },
});

/** A decorator without parentheses: a rule of its own says so. */
function isBareDecorator({ call }: Call): boolean {
  const [only, ...others] = call.args.positional;
  return only?.value.kind === "function" && others.length === 0;
}
