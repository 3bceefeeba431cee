import { configClasses } from "../../facts/resources/config-classes.ts";
import { badConfigFields } from "../../facts/resources/config-types.ts";
import { defineRule } from "../../rule.ts";

export const configFieldType = defineRule({
  name: "config-field-type",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A field of a `Config` or resource class has a type of which no configuration schema can be made: `set`, `tuple`, `datetime`, a class of one's own that is no `Config`.",
    why: "Dagster refuses: `Error defining Dagster config class ... on field '...'. Unable to resolve config type ... to a supported Dagster config type.`",
    example: `from datetime import date

import dagster as dg

class OrdersConfig(dg.Config):
    since: date

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

class OrdersConfig(dg.Config):
    since: str

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_config/pythonic_config/config.py, 1.13.27",
  },
  check({ location, report }) {
    for (const cls of configClasses(location)) {
      for (const { field, cls: owner, at } of badConfigFields(cls, location.interpreter)) {
        report({
          message: `the field \`${field.name}\` of \`${owner.name}\` has a type that no configuration can have`,
          why: `Dagster: "Error defining Dagster config class ${owner.name} on field '${field.name}'. Unable to resolve config type … to a supported Dagster config type."`,
          help: "Use int, float, str, bool, an enumeration, another `Config`, or lists, mappings and `Optional` of these; convert in the body.",
          location: at,
          subject: `class:${owner.name}`,
        });
      }
    }
  },
});
