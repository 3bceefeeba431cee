import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 6 * * *", target=[orders])  # expect: schedule-without-timezone

defs = dg.Definitions(assets=[orders], schedules=[nightly])
