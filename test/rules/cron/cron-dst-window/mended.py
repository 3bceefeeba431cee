import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="30 4 * * *", execution_timezone="Europe/Berlin", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
