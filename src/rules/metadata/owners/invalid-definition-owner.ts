import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsOf } from "../../facts/calls.ts";
import { isValidOwner } from "../../facts/names/dagster-names.ts";
import { elementsOf, placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** What takes `owners`, and the word for it in Dagster's message. */
const OWNED: Readonly<Record<string, string>> = {
  "dagster.job": "job",
  "dagster.define_asset_job": "job",
  "dagster.JobDefinition": "job",
  "dagster.GraphDefinition.to_job": "job",
  "dagster.schedule": "schedule",
  "dagster.ScheduleDefinition": "schedule",
  "dagster.build_schedule_from_partitioned_job": "schedule",
  "dagster.sensor": "sensor",
  "dagster.SensorDefinition": "sensor",
  "dagster.asset_sensor": "sensor",
  "dagster.multi_asset_sensor": "sensor",
};

export const invalidDefinitionOwner = defineRule({
  name: "invalid-definition-owner",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An owner of a job, schedule or sensor that is neither an e-mail address nor `team:` and a name.",
    why: "Dagster refuses: `Invalid owner '...' for job '...'. Owner must be an email address or a team name prefixed with 'team:'.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders", owners=["shop"])

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders", owners=["team:shop"])

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/utils.py (validate_definition_owner), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, ...Object.keys(OWNED))) {
      const argument = call.given("owners");
      for (const owner of argument ? elementsOf(argument.value).items : []) {
        if (!argument || owner.kind !== "str" || isValidOwner(owner.value)) continue;
        report({
          message: `\`${owner.value}\` is not an owner: neither an e-mail address nor a team`,
          why: `Dagster: "Invalid owner '${owner.value}' for ${OWNED[call.name]} '…'. Owner must be an email address or a team name prefixed with 'team:'."`,
          help: `Write \`team:${owner.value.replace(/^team:/, "") || "NAME"}\` for a team, or an e-mail address.`,
          location: placeInArgument(owner, argument),
          ...subjectOfCall(call.call),
        });
      }
    }
  },
});
