import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...  # expect: asset-not-scheduled
load = dg.define_asset_job("load", selection="orders")

at_night = dg.ScheduleDefinition("", cron_schedule="@daily", job=load)
defs = dg.Definitions(assets=[orders,customers], schedules=[at_night])
