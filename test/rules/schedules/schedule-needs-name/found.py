import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(cron_schedule="@daily", target=[orders])  # expect: schedule-needs-name

defs = dg.Definitions(assets=[orders], schedules=[nightly])
