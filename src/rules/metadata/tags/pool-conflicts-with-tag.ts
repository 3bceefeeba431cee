import { entryOf } from "../../../python/make-value.ts";
import { decorationsGiving } from "../../facts/decorations.ts";
import { POOLED } from "../../facts/names/dagster-names.ts";
import { about } from "../../facts/subject.ts";
import { textOf } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const poolConflictsWithTag = defineRule({
  name: "pool-conflicts-with-tag",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`pool` names another pool than the tag `dagster/concurrency_key`.",
    why: 'Dagster refuses: `Pool "..." conflicts with the concurrency key tag "...".`',
    example: `import dagster as dg

@dg.asset(pool="shop_api", op_tags={"dagster/concurrency_key": "warehouse"})
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
      const pool = textOf(argument?.value);
      const tags = decorator.value(decorator.name === "dagster.op" ? "tags" : "op_tags");
      const tag = tags.kind === "dict" ? textOf(entryOf(tags, "dagster/concurrency_key")) : undefined;
      if (!argument || !pool || !tag || pool === tag) continue;
      report({
        message: `the pool is \`${pool}\`, but the tag \`dagster/concurrency_key\` says \`${tag}\``,
        why: `Dagster: "Pool "${pool}" conflicts with the concurrency key tag "${tag}"."`,
        help: "Remove the tag: `pool` has taken its place.",
        location: argument.at,
        ...about(result),
      });
    }
  },
});
