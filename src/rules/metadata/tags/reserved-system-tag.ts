import { callsOf } from "../../facts/calls.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** Source: `USER_EDITABLE_SYSTEM_TAGS`. */
const EDITABLE: ReadonlySet<string> = new Set(
  ["isolation", "max_retries", "max_runtime", "priority", "retry_on_asset_or_op_failure", "retry_strategy"].map(
    (name) => `dagster/${name}`,
  ),
);

export const reservedSystemTag = defineRule({
  name: "reserved-system-tag",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A tag of a schedule begins with `dagster/`, which is kept for Dagster itself.",
    why: "Dagster refuses: `Attempted to set tag with reserved system prefix: dagster/...`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(name="nightly", cron_schedule="0 3 * * *", target=[orders], tags={"dagster/team": "shop"})

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(name="nightly", cron_schedule="0 3 * * *", target=[orders], tags={"team": "shop"})

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_utils/tags.py (normalize_tags), dagster/_core/storage/tags.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.ScheduleDefinition", "dagster.schedule")) {
      const argument = call.given("tags");
      const entries = argument?.value.kind === "dict" ? [...argument.value.entries.values()] : [];
      for (const { key } of entries) {
        if (!argument || key.kind !== "str" || !key.value.startsWith("dagster/") || EDITABLE.has(key.value)) continue;
        report({
          message: `the tag \`${key.value}\` begins with the prefix that is kept for Dagster`,
          why: `Dagster: "Attempted to set tag with reserved system prefix: ${key.value}".`,
          help: "Use another prefix, or none.",
          location: placeInArgument(key, argument),
        });
      }
    }
  },
});
