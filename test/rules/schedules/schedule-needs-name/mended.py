import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(name="nightly", cron_schedule="@daily", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
