import { parametersOf, REQUIRING_CALLABLES } from "../../facts/arguments/signatures.ts";
import { formsOf } from "../../facts/call-forms.ts";
import { isOnNewestDagster } from "../../facts/newest.ts";
import { defineRule } from "../../rule.ts";

export const missingRequiredArgument = defineRule({
  name: "missing-required-argument",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A call of Dagster without an argument that has no default.",
    why: "Python raises `TypeError: ... missing 1 required positional argument: '...'` when the module is imported.",
    example: `import dagster as dg

nightly = dg.define_asset_job(selection="*")

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

nightly = dg.define_asset_job("nightly", selection="*")

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "https://docs.dagster.io/api, signatures of 1.13.27",
  },
  check({ location, report }) {
    if (!isOnNewestDagster(location)) return;
    for (const { name, given, complete, positional, calls } of formsOf(location, REQUIRING_CALLABLES)) {
      const { required, positional: most, variadic } = parametersOf(name);
      if (!complete || (positional > most && !variadic)) continue;
      const missing = required.filter((parameter) => !given.has(parameter));
      if (missing.length === 0) continue;
      const callee = name.slice("dagster.".length);
      const names = missing.map((parameter) => `\`${parameter}\``).join(", ");
      for (const { at } of calls) {
        report({
          message: `\`${callee}\` is called without ${names}`,
          why: `Python: "TypeError: ${callee}() missing ${missing.length} required argument(s): ${missing.map((parameter) => `'${parameter}'`).join(" and ")}".`,
          help: `Give ${names}.`,
          location: at,
        });
      }
    }
  },
});
