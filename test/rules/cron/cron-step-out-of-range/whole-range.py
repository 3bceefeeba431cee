import dagster as dg


@dg.asset
def orders(): ...


hourly = dg.ScheduleDefinition("hourly", cron_schedule="*/60 * * * *", target=[orders])
daily = dg.ScheduleDefinition("daily", cron_schedule="0 */24 * * *", target=[orders])
monthly = dg.ScheduleDefinition("monthly", cron_schedule="0 0 */32 * *", target=[orders])  # expect: cron-step-out-of-range

defs = dg.Definitions(assets=[orders], schedules=[hourly, daily, monthly])
