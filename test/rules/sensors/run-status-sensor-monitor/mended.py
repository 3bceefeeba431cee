import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")

@dg.run_failure_sensor(monitored_jobs=[load])
def alert(context): ...

defs = dg.Definitions(assets=[orders], jobs=[load], sensors=[alert])
