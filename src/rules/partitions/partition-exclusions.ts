import { parseCron } from "../../base/time/cron.ts";
import { windowCalls } from "../facts/partitioning/window-calls.ts";
import { elementsOf, placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const partitionExclusions = defineRule({
  name: "partition-exclusions",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`exclusions` of time partitions has a text that is not a cron expression, or something that is neither text nor time.",
    why: "Dagster refuses: `Found invalid cron schedule(s) '...' in the exclusions argument for a TimeWindowPartitionsDefinition. Expected a set of valid cron strings and datetime objects.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", exclusions=["weekends"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", exclusions=["0 0 * * 6", "0 0 * * 0"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/time_window.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { call } of windowCalls(location)) {
      const argument = call.given("exclusions");
      for (const item of argument ? elementsOf(argument.value).items : []) {
        const isWrongType = ["int", "float", "bool", "none", "list", "tuple"].includes(item.kind);
        const parsed = item.kind === "str" ? parseCron(item.value) : undefined;
        if (!argument || (!isWrongType && !(parsed && "invalid" in parsed))) continue;
        const said = item.kind === "str" ? `\`${item.value}\`` : "an element";
        report({
          message: `${said} of \`exclusions\` is neither a cron expression nor a time`,
          why: `Dagster: "Found invalid cron schedule(s) '${item.kind === "str" ? item.value : "…"}' in the exclusions argument for a TimeWindowPartitionsDefinition. Expected a set of valid cron strings and datetime objects."`,
          help: "Exclude by a cron that fires at the start of the partitions to leave out, or by their `datetime`.",
          location: placeInArgument(item, argument),
        });
      }
    }
  },
});
