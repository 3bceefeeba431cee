/**
 * `dagster_cloud.dagster_insights`: what reports the cost of queries. `create_snowflake_insights_asset_and_schedule` makes an hourly asset, a job of it
 * and the job's schedule; the wrappers of dbt runs yield at run time only. Source: dagster_cloud 1.13.27, snowflake/definitions.py.
 */
import type { CallContext } from "../../../python/library.ts";
import { int, list, set, str, symbol } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { construct, orElse } from "../construct.ts";
import type { Models } from "../models.ts";
import { argument, keywords, packageFunction, positional } from "./package-objects.ts";

const RESULT = "dagster_cloud.dagster_insights.SnowflakeInsightsDefinitions";
const MINUTE = 59;

function snowflakeInsights(context: CallContext): Value {
  const { args, at, interpreter } = context;
  if (args.gap) return args.gap;
  const call = (name: string, given: Readonly<Record<string, Value>>): Value =>
    interpreter.call(symbol(`dagster.${name}`), keywords(given, at), at);
  const jobName = orElse(argument(context, "job_name", 3), str("snowflake_insights_import"));
  const partitions = call("HourlyPartitionsDefinition", { start_date: startDate(context), end_offset: endOffset(context) });
  const decorator = call("asset", {
    name: orElse(argument(context, "name", 1), str("poll_snowflake_query_history_hour")),
    group_name: argument(context, "group_name", 2),
    partitions_def: partitions,
    required_resource_keys: set([orElse(argument(context, "snowflake_resource_key", 6), str("snowflake"))]),
    io_manager_def: symbol("dagster.fs_io_manager"),
  });
  const asset = interpreter.call(decorator, positional(packageFunction("poll_snowflake_query_history_hour"), at), at);
  const job = call("define_asset_job", { name: jobName, selection: list([asset]), partitions_def: partitions });
  return construct(RESULT, { assets: list([asset]), schedule: scheduleOf({ job, jobName, call }, context) }, context);
}

interface Scheduled {
  readonly job: Value;
  readonly jobName: Value;
  readonly call: (name: string, given: Readonly<Record<string, Value>>) => Value;
}

/** One run for each hour, or a schedule of its own that takes several hours at once. */
function scheduleOf({ job, jobName, call }: Scheduled, context: CallContext): Value {
  const hours = orElse(argument(context, "schedule_batch_size_hrs", 9), int(1));
  if (hours.kind !== "int")
    return hours.kind === "unknown" ? hours : context.interpreter.unknown("unsupported", "the hours of a batch", context.at);
  if (Number(hours.value) === 1) return call("build_schedule_from_partitioned_job", { job, minute_of_hour: int(MINUTE) });
  if (jobName.kind !== "str") return jobName;
  return call("ScheduleDefinition", {
    job,
    name: str(`${jobName.value}_schedule_${hours.value}_hrs`, jobName.assumes),
    cron_schedule: str(`${MINUTE} 0/${hours.value} * * *`),
  });
}

/** A date is turned into the text of its hour. */
function startDate(context: CallContext): Value {
  const given = argument(context, "start_date", 0);
  if (given.kind === "str" || given.kind === "unknown") return given;
  const format = context.interpreter.attribute(given, "strftime", context.at);
  return context.interpreter.call(format, positional(str("%Y-%m-%d-%H:%M"), context.at), context.at);
}

/** So many hours later than usual, whatever the sign. */
function endOffset(context: CallContext): Value {
  const hours = orElse(argument(context, "partition_end_offset_hrs", 8), int(1));
  return hours.kind === "int" ? int(-Math.abs(Number(hours.value))) : hours;
}

const MODULE = "dagster_cloud.dagster_insights";

export const dagsterInsightsModels: Models = {
  symbols: Object.fromEntries(
    [MODULE, "dagster_cloud", `${MODULE}.snowflake.definitions`].map((module) => [
      `${module}.create_snowflake_insights_asset_and_schedule`,
      snowflakeInsights,
    ]),
  ),
  types: { [RESULT]: {} },
};
