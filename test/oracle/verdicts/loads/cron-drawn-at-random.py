import dagster as dg

@dg.asset
def orders(): ...
s = dg.ScheduleDefinition("s", cron_schedule="R(0-5) 3 * * *", target=[orders])
defs = dg.Definitions(assets=[orders], schedules=[s])
