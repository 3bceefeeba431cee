import { notNone } from "../facts/arguments/exclusive-arguments.ts";
import { callsOf } from "../facts/calls.ts";
import { about } from "../facts/subject.ts";
import { defineRule } from "../rule.ts";

export const defaultConditionWithoutServer = defineRule({
  name: "default-condition-without-server",
  group: "sensors",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An `AutomationConditionSensorDefinition` has a `default_condition` and does not run in the user code server.",
    why: "Dagster refuses: `Setting a \\`default_condition\\` for a non-user-code AutomationConditionSensorDefinition is not supported.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

everything = dg.AutomationConditionSensorDefinition(
    "everything",
    target=dg.AssetSelection.all(),
    default_condition=dg.AutomationCondition.eager(),
)

defs = dg.Definitions(assets=[orders], sensors=[everything])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

everything = dg.AutomationConditionSensorDefinition(
    "everything",
    target=dg.AssetSelection.all(),
    default_condition=dg.AutomationCondition.eager(),
    use_user_code_server=True,
)

defs = dg.Definitions(assets=[orders], sensors=[everything])
`,
    source: "dagster/_core/definitions/automation_condition_sensor_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.AutomationConditionSensorDefinition")) {
      const [condition] = notNone(call, ["default_condition"]);
      if (!condition || location.interpreter.truth(call.value("use_user_code_server")) !== "no") continue;
      report({
        message: "an automation sensor with a `default_condition` must run in the user code server",
        why: 'Dagster: "Setting a `default_condition` for a non-user-code AutomationConditionSensorDefinition is not supported."',
        help: "Add `use_user_code_server=True`.",
        location: condition.argument.at,
        ...about(call.call.result),
      });
    }
  },
});
