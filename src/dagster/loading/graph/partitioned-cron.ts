/** The cron that `build_schedule_from_partitioned_job` derives from a time window. Source: `TimeWindowPartitionsDefinition.get_cron_schedule`, 1.13.27. */

export interface CronOffsets {
  readonly minute: number | null;
  readonly hour: number | null;
  readonly dayOfWeek: number | null;
  readonly dayOfMonth: number | null;
}

/** `undefined` where Dagster refuses: offsets on a cron that is neither hourly, daily, weekly nor monthly. */
export function partitionedCron(cron: string, offsets: CronOffsets): string | undefined {
  if (Object.values(offsets).every((offset) => offset === null)) return cron;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = cron.split(" ");
  const at = offsets.minute ?? number(minute);
  if (at === undefined || month !== "*") return undefined;
  if (hour === "*") return day === "*" && weekday === "*" ? `${at} * * * *` : undefined;
  const atHour = offsets.hour ?? number(hour);
  if (atHour === undefined) return undefined;
  if (day === "*" && weekday === "*") return `${at} ${atHour} * * *`;
  if (day === "*") return `${at} ${atHour} * * ${offsets.dayOfWeek ?? number(weekday) ?? 0}`;
  return weekday === "*" ? `${at} ${atHour} ${offsets.dayOfMonth ?? number(day) ?? 1} * *` : undefined;
}

function number(field: string): number | undefined {
  return /^\d+$/.test(field) ? Number(field) : undefined;
}
