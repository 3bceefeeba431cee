import dagster as dg

@dg.asset
def orders(): ...
s = dg.ScheduleDefinition("s", cron_schedule="@daily ", target=[orders])
defs = dg.Definitions(assets=[orders], schedules=[s])
