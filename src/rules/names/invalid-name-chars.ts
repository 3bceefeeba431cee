import { refusedNames } from "../facts/names/checked-names.ts";
import { hasValidNameChars, isReservedName, NAME_MESSAGE } from "../facts/names/dagster-names.ts";
import { defineRule } from "../rule.ts";

export const invalidNameChars = defineRule({
  name: "invalid-name-chars",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The name of an op, graph, job, schedule, sensor, input or output has characters other than ASCII letters, digits and `_`.",
    why: 'Dagster refuses: `"..." is not a valid name in Dagster. Names must be in regex ^[A-Za-z0-9_]+$.`',
    example: `import dagster as dg

@dg.op(name="load orders")
def load_orders(): ...

@dg.job
def nightly():
    load_orders()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.op(name="load_orders")
def load_orders(): ...

@dg.job
def nightly():
    load_orders()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/utils.py (check_valid_name), 1.13.27",
  },
  check(context) {
    for (const { what, name, at, subject } of refusedNames(context)) {
      if (hasValidNameChars(name) || isReservedName(name)) continue;
      context.report({
        message: `\`${name}\` is not a valid name of ${/^[aeio]/.test(what) ? "an" : "a"} ${what}`,
        why: `Dagster: ""${name}" is not a valid name in Dagster. ${NAME_MESSAGE}"`,
        help: "Use ASCII letters, digits and `_` only.",
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
