import { notNone } from "../../facts/arguments/exclusive-arguments.ts";
import { ASSET_CALLS, subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsGiving } from "../../facts/calls.ts";
import { argumentRemoval } from "../../facts/fixes/remove-argument.ts";
import { defineRule } from "../../rule.ts";

export const automationAndAutoMaterialize = defineRule({
  name: "automation-and-auto-materialize",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "`automation_condition` together with `auto_materialize_policy`.",
    why: "Dagster refuses: `Cannot supply both `automation_condition` and `auto_materialize_policy``.",
    example: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager(), auto_materialize_policy=dg.AutoMaterializePolicy.eager())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/utils.py (resolve_automation_condition), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsGiving(location, "auto_materialize_policy", ...ASSET_CALLS)) {
      const [older, newer] = [notNone(call, ["auto_materialize_policy"])[0], notNone(call, ["automation_condition"])[0]];
      if (!older || !newer) continue;
      const fix = argumentRemoval(older.argument.at, "auto_materialize_policy", "unsafe", location);
      report({
        message: "`automation_condition` and `auto_materialize_policy` are both given",
        why: 'Dagster: "Cannot supply both `automation_condition` and `auto_materialize_policy`".',
        help: "Remove `auto_materialize_policy`: it is the older of the two.",
        location: older.argument.at,
        ...subjectOfCall(call.call),
        ...(fix && { fix }),
      });
    }
  },
});
