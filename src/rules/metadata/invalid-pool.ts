import { decorationsGiving } from "../facts/decorations.ts";
import { POOLED } from "../facts/names/dagster-names.ts";
import { about } from "../facts/subject.ts";
import { defineRule } from "../rule.ts";

export const invalidPool = defineRule({
  name: "invalid-pool",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A pool whose name has white space.",
    why: 'Dagster refuses: `Pool "..." is not a valid pool name. It must match the regex ^\\S+$.`',
    example: `import dagster as dg

@dg.asset(pool="shop api")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(pool="shop_api")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/op_definition.py (_validate_pool), 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, result } of decorationsGiving(location, "pool", ...POOLED)) {
      const argument = decorator.given("pool");
      if (argument?.value.kind !== "str" || argument.value.value === "" || /^\S+\n?$/.test(argument.value.value)) continue;
      report({
        message: `\`${argument.value.value}\` is not a valid name of a pool`,
        why: `Dagster: "Pool "${argument.value.value}" is not a valid pool name. It must match the regex ^\\S+$."`,
        help: "Leave out the white space.",
        location: argument.at,
        ...about(result),
      });
    }
  },
});
