import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.asset_sensor(asset_key="orders", job=load)  # expect: monitored-asset-not-a-key
def at_night(context, event): ...
defs = dg.Definitions(assets=[orders,customers], sensors=[at_night])
