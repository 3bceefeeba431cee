import dagster as dg

@dg.sensor
def watcher(context): ...

@dg.run_status_sensor
def on_success(context): ...

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], sensors=[watcher, on_success])  # expect: definitions-wrong-member
