import dagster as dg

@dg.asset
def orders(): ...

def tags_of(context):
    return {"team": "sales"}

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders], tags={"team": "sales"}, tags_fn=tags_of)  # expect: schedule-exclusive-args

defs = dg.Definitions(assets=[orders], schedules=[nightly])
