import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...  # expect: asset-not-scheduled
load = dg.define_asset_job("load", selection="orders")

at_night = dg.ScheduleDefinition("at_night", job=load, cron_schedule="@daily", execution_timezone="Factory")
defs = dg.Definitions(assets=[orders,customers], schedules=[at_night])
