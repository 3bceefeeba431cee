import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.run_failure_sensor(monitored_jobs=[load], monitor_all_code_locations=True)  # expect: run-status-sensor-monitor
def at_night(context): ...
defs = dg.Definitions(assets=[orders,customers], jobs=[load], sensors=[at_night])
