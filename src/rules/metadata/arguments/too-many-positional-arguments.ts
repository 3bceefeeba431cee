import type { LibraryCall } from "../../../python/library-call.ts";
import { KNOWN_CALLABLES, parametersOf } from "../../facts/arguments/signatures.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { formsOf } from "../../facts/call-forms.ts";
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
    for (const { name, positional: given, calls } of formsOf(location, KNOWN_CALLABLES)) {
      const { positional, variadic, namedOnly } = parametersOf(name);
      if (given <= positional || variadic) continue;
      const callee = name.slice("dagster.".length);
      const taken = `${positional} argument${positional === 1 ? "" : "s"}`;
      const names = namedOnly.slice(0, 3).map((parameter) => `\`${parameter}=\``);
      for (const call of calls) {
        const extra = call.args.positional[positional];
        if (!extra || isBareDecorator(call)) continue;
        report({
          message: `\`${callee}\` takes ${positional === 0 ? "no argument" : `only ${taken}`} without a name`,
          why: `Python: "TypeError: ${callee}() takes ${positional} positional argument${positional === 1 ? "" : "s"} but ${given} ${given === 1 ? "was" : "were"} given".`,
          help: names.length === 0 ? "Remove the argument." : `Write the argument with its name: ${names.join(", ")} …`,
          location: extra.at,
          ...subjectOfCall(call),
        });
      }
    }
  },
});

/** A decorator without parentheses: a rule of its own says so. */
function isBareDecorator({ args }: LibraryCall): boolean {
  const [only, ...others] = args.positional;
  return only?.value.kind === "function" && others.length === 0;
}
