import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 0 31 2,4 *", target=[orders])  # expect: cron-never-fires

defs = dg.Definitions(assets=[orders], schedules=[nightly])
