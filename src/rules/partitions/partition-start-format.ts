import { parseTime } from "../../python/stdlib/datetime/strftime.ts";
import { windowCalls } from "../facts/partitioning/window-calls.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

/** What Dagster tries second: the format with an offset from UTC behind it. */
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2}(?::?\d{2})?)$/;

export const partitionStartFormat = defineRule({
  name: "partition-start-format",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The start or end of partitions is a text that is not in their format: `%Y-%m-%d`, of hourly ones `%Y-%m-%d-%H:%M`, or the `fmt` that is given.",
    why: "Python refuses: `ValueError: time data '...' does not match format '...%z'`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/time_window.py, dagster/_time (dst_safe_strptime), 1.13.27",
  },
  check({ location, report }) {
    for (const { call, fmt } of windowCalls(location)) {
      if (fmt === undefined || !isReadable(fmt)) continue;
      for (const parameter of ["start_date", "start", "end_date", "end"]) {
        const argument = call.given(parameter);
        if (argument?.value.kind === "object" && argument.value.type === "datetime.date") {
          report({
            message: `\`${parameter}\` is a \`date\`; a text or a \`datetime\` is expected`,
            why: `Dagster: "Param "${parameter.replace(/_date$/, "")}_ts" is not a TimestampWithTimezone. Got datetime.date(…)".`,
            help: `Write the time as a text in the format \`${fmt}\`, or as a \`datetime\`.`,
            location: argument.at,
          });
        }
        if (argument?.value.kind !== "str" || (argument.value.value === "" && parameter.startsWith("end"))) continue;
        const text = argument.value.value;
        if (parseTime(text, fmt) !== undefined || parseTime(text.replace(OFFSET, ""), fmt) !== undefined) continue;
        report({
          message: `\`${text}\` is not a time in the format \`${fmt}\``,
          why: `Python: "ValueError: time data '${text}' does not match format '${fmt}%z'".`,
          help: "Write the time in that format, or give the partitions the `fmt` of their keys.",
          location: placeInArgument(argument.value, argument),
        });
      }
    }
  },
});

/** Names of months and the like are not read here. */
function isReadable(fmt: string): boolean {
  return !/\s/.test(fmt) && [...fmt.matchAll(/%(.)/g)].every(([, directive = ""]) => "YymdHMSf%".includes(directive));
}
