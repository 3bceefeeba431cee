import { fieldsOf } from "../../../python/call/fields.ts";
import { configClasses } from "../../facts/resources/config-classes.ts";
import { defineRule } from "../../rule.ts";

export const dagsterFieldInConfig = defineRule({
  name: "dagster-field-in-config",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`dagster.Field(...)` as the default of a field of a `Config` or resource class.",
    why: "Dagster refuses: `Using 'dagster.Field' is not supported within a Pythonic config or resource definition. … Did you mean to use 'pydantic.Field' instead?`",
    example: `import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = dg.Field(int, default_value=5)

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `from pydantic import Field

import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = Field(default=5)

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_config/pythonic_config/config.py, 1.13.27",
  },
  check({ location, report }) {
    for (const cls of configClasses(location)) {
      for (const field of fieldsOf(cls)) {
        if (field.default?.kind !== "object" || field.default.type !== "dagster.Field") continue;
        report({
          message: `the field \`${field.name}\` of \`${cls.name}\` has a \`dagster.Field\` for its default`,
          why: "Dagster: \"Using 'dagster.Field' is not supported within a Pythonic config or resource definition. … Did you mean to use 'pydantic.Field' instead?\"",
          help: "Use `pydantic.Field`.",
          location: field.at,
          subject: `class:${cls.name}`,
        });
      }
    }
  },
});
