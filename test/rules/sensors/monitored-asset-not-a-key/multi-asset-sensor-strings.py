import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.multi_asset_sensor(monitored_assets=["orders"], job=load)  # expect: monitored-asset-not-a-key
def at_night(context): ...
defs = dg.Definitions(assets=[orders,customers], sensors=[at_night])
