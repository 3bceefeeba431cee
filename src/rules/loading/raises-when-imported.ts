import { decorationsOf } from "../facts/decorations.ts";
import { undefinedNames } from "../facts/names/unresolvable-names.ts";
import { defineRule } from "../rule.ts";

/** Errors that no environment makes right: the value of a variable that is unset here may be set where the code runs. */
const SURE = /^(?:NameError: |TypeError: \S+\(\) (?:missing|got an unexpected keyword|takes)|AttributeError: '(?!NoneType'))/;

const DECORATORS = ["asset", "multi_asset", "op", "asset_check", "schedule", "sensor", "graph_asset", "job", "graph", "resource"].map(
  (name) => `dagster.${name}`,
);

export const raisesWhenImported = defineRule({
  name: "raises-when-imported",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Running a module stops at an error: a name that is not defined, a call without a required argument.",
    why: "Python raises `NameError` or `TypeError` while Dagster imports the module; nothing of the code location is loaded.",
    example: `import dagster as dg

@dg.asset(group_name=GROUP)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

GROUP = "sales"

@dg.asset(group_name=GROUP)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/code_pointer.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { at, message } of location.problems) {
      if (!SURE.test(message)) continue;
      report({
        message: `running this module stops here: ${message}`,
        why: `Python: "${message}". Nothing of the code location is loaded.`,
        help: "Correct the name or the call.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
    for (const { function: fn } of decorationsOf(location, ...DECORATORS)) {
      for (const { name, at } of undefinedNames(fn)) {
        report({
          message: `running this module stops here: NameError: name '${name}' is not defined`,
          why: `Python: "NameError: name '${name}' is not defined". Nothing of the code location is loaded.`,
          help: "Import or define the name, or put the annotation in quotes.",
          location: at,
          subject: `file:${at.path}`,
        });
      }
    }
  },
});
