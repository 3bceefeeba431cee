import { defaultProblem } from "../../facts/config-schema/of-annotation.ts";
import { configClasses } from "../../facts/resources/config-classes.ts";
import { configFieldsOf } from "../../facts/resources/config-types.ts";
import { defineRule } from "../../rule.ts";

export const configDefaultInvalid = defineRule({
  name: "config-default-invalid",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The default of a field of a `Config` or resource class is not of the field's type: a text for a number, a tuple for a list, a word that the `Literal` lacks.",
    why: "Pydantic does not look at defaults, but Dagster does, and strictly: `Invalid default_value for Field. Ensure all required config entries are provided and all values match the expected types.`",
    example: `import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = "10"

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = 10

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_config/field.py, _config/pythonic_config/conversion_utils.py, 1.13.27",
  },
  check({ location, report }) {
    const { interpreter } = location;
    for (const cls of configClasses(location)) {
      for (const { field, type, owner } of configFieldsOf(cls, interpreter)) {
        const problem = defaultProblem(field, type, interpreter);
        if (problem === undefined) continue;
        report({
          message: `the default of \`${field.name}\` of \`${owner.name}\` is ${problem}`,
          why: 'Dagster: "Invalid default_value for Field. Ensure all required config entries are provided and all values match the expected types."',
          help: "Give a default of the type that the class names; None is always taken.",
          location: field.at,
          subject: `class:${owner.name}`,
        });
      }
    }
  },
});
