import dagster as dg

@dg.asset(tags={"dagster/team": "shop"})
def orders(): ...

nightly = dg.ScheduleDefinition(
    name="nightly", cron_schedule="0 3 * * *", target=[orders], tags={"dagster/priority": "3", "dagster/max_runtime": "60", "team": "shop"}
)

defs = dg.Definitions(assets=[orders], schedules=[nightly])
