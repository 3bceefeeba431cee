import { callsGiving, callsOf } from "../../facts/calls.ts";
import { schemaFault, typeOfSchema } from "../../facts/config-schema/of-schema.ts";
import { valueProblem } from "../../facts/config-schema/value-problem.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** What describes a configuration, by parameter. */
const SCHEMAS: Readonly<Record<string, readonly string[]>> = {
  config_schema: [
    "asset",
    "multi_asset",
    "op",
    "resource",
    "io_manager",
    "input_manager",
    "logger",
    "executor",
    "config_mapping",
    "ConfigMapping",
    "OpDefinition",
    "ResourceDefinition",
    "configured",
  ],
  config: ["Field"],
  inner_type: ["Noneable", "Array", "Map"],
  fields: ["Shape", "Permissive", "Selector"],
};

export const configSchemaInvalid = defineRule({
  name: "config-schema-invalid",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `config_schema`, or a part of one, is no configuration type: a value instead of its type, a type of the `typing` module, a list of several types, a class; or the default of a `dagster.Field` is not of its type.",
    why: "Dagster refuses: `Error defining config. Original value passed: ... cannot be resolved.`, or `Invalid default_value for Field.`",
    example: `import typing

import dagster as dg

@dg.op(config_schema={"tables": typing.List[str]})
def load(context): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.op(config_schema={"tables": [str]})
def load(context): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_config/field.py, field_utils.py, 1.13.27",
  },
  check({ location, report }) {
    for (const [parameter, names] of Object.entries(SCHEMAS)) {
      for (const call of callsGiving(location, parameter, ...names.map((name) => `dagster.${name}`))) {
        const given = call.given(parameter);
        // A bare `@resource` has its function there.
        const isDecorated = given?.value.kind === "function" && given === call.call.args.positional[0];
        const fault = given && !isDecorated && schemaFault(given.value, location.interpreter);
        if (!given || !fault) continue;
        report({
          message: `no configuration can be described so: ${fault}`,
          why: 'Dagster: "Error defining config. Original value passed: … cannot be resolved."',
          help: "Describe it with int, float, str, bool, a mapping of names to types, a list of one type, `dagster.Field`, `Noneable` and the like.",
          location: placeInArgument(given.value, given),
        });
      }
    }
    for (const call of callsOf(location, "dagster.Field")) {
      const [config, value] = [call.given("config"), call.bound.given("default_value")];
      const isRequired = call.given("is_required")?.value;
      const problem =
        value && isRequired?.kind === "bool" && isRequired.value
          ? "given although the field is required"
          : config && value && valueProblem(value.value, typeOfSchema(config.value));
      if (!value || problem === undefined) continue;
      report({
        message: `the default of this field is ${problem}`,
        why: 'Dagster: "Invalid default_value for Field. Ensure all required config entries are provided and all values match the expected types."',
        help: "Give a default of the field's type.",
        location: value.at,
      });
    }
  },
});
