import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", job=load, target=[orders])  # expect: schedule-multiple-targets

defs = dg.Definitions(assets=[orders], schedules=[nightly])
