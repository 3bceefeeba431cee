import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.sensor(jobs=[], job=load)  # expect: sensor-multiple-targets
def at_night(context): ...
defs = dg.Definitions(assets=[orders,customers], sensors=[at_night])
