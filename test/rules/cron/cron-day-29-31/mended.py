import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 6 L * *", execution_timezone="UTC", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
