import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.run_status_sensor(run_status=dg.DagsterRunStatus.SUCCESS, request_job=load, request_jobs=[load])  # expect: sensor-multiple-targets
def at_night(context): ...
defs = dg.Definitions(assets=[orders,customers], jobs=[load], sensors=[at_night])
