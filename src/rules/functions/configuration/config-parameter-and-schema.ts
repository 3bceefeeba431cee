import { decorationsGiving } from "../../facts/decorations.ts";
import { about } from "../../facts/subject.ts";
import { isUnsure } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const configParameterAndSchema = defineRule({
  name: "config-parameter-and-schema",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A function has a `config` parameter, and its decorator a `config_schema`.",
    why: "Dagster refuses: `If the @op has a config arg, you cannot specify a config schema`.",
    example: `import dagster as dg

class Since(dg.Config):
    day: str = "2024-01-01"

@dg.asset(config_schema={"day": str})
def orders(config: Since): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

class Since(dg.Config):
    day: str = "2024-01-01"

@dg.asset
def orders(config: Since): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/decorators/op_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    const decorators = ["asset", "multi_asset", "op", "asset_check"].map((name) => `dagster.${name}`);
    for (const { decorator, signature, result } of decorationsGiving(location, "config_schema", ...decorators)) {
      const schema = decorator.given("config_schema");
      if (!schema || isUnsure(schema.value) || (schema.value.kind === "dict" && schema.value.entries.size === 0)) continue;
      if (!signature.parameters.some(({ name }) => name === "config")) continue;
      report({
        message: "`config_schema` beside a `config` parameter: there can be one description of the configuration",
        why: 'Dagster: "If the @op has a config arg, you cannot specify a config schema".',
        help: "Use the parameter, and leave `config_schema` out.",
        location: schema.at,
        ...about(result),
      });
    }
  },
});
