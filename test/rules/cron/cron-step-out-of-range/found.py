import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="*/90 * * * *", target=[orders])  # expect: cron-step-out-of-range

defs = dg.Definitions(assets=[orders], schedules=[nightly])
