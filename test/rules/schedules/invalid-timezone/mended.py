import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 5 * * *", target=[orders], execution_timezone="Europe/Berlin")

defs = dg.Definitions(assets=[orders], schedules=[nightly])
