import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

at_night = dg.ScheduleDefinition(cron_schedule="@daily", target=load)  # expect: schedule-needs-name
defs = dg.Definitions(assets=[orders,customers], schedules=[at_night])
