/** The example that rules about cron expressions share: a schedule of one asset, with other arguments. */
import type { RuleDocs } from "../../rule.ts";

/** Both are arguments of the schedule: `cron_schedule="0 6 31 * *"`. */
export function scheduleExample(example: string, instead: string): Pick<RuleDocs, "example" | "instead"> {
  return { example: scheduleWith(example), instead: scheduleWith(instead) };
}

function scheduleWith(timing: string): string {
  return `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", ${timing}, target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`;
}
