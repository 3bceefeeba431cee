import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 0 30 4 *", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
