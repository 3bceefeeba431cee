import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 6 31 * *", execution_timezone="UTC", target=[orders])  # expect: cron-day-29-31

defs = dg.Definitions(assets=[orders], schedules=[nightly])
