import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="30 2 * * *", execution_timezone="Europe/Berlin", target=[orders])  # expect: cron-dst-window

defs = dg.Definitions(assets=[orders], schedules=[nightly])
