import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(name="nightly", cron_schedule="0 3 * * *", target=[orders], tags={"dagster/team": "shop"})  # expect: reserved-system-tag

@dg.schedule(cron_schedule="@daily", target=[orders], tags={"dagster/partition": "x"})  # expect: reserved-system-tag
def daily(): ...

defs = dg.Definitions(assets=[orders], schedules=[nightly, daily])
