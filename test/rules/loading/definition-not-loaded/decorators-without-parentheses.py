import dagster as dg

@dg.schedule  # expect: definition-not-loaded
def nightly(context): ...

@dg.sensor  # expect: definition-not-loaded
def watcher(context): ...

@dg.asset_sensor  # expect: definition-not-loaded
def on_orders(context, event): ...

@dg.run_status_sensor  # expect: definition-not-loaded
def on_success(context): ...

@dg.run_failure_sensor
def on_failure(context): ...

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], sensors=[on_failure])
