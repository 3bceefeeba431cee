import dagster as dg

@dg.asset
def orders(): ...
s = dg.ScheduleDefinition("s", cron_schedule="0 0 0 * *", target=[orders])
defs = dg.Definitions(assets=[orders], schedules=[s])
