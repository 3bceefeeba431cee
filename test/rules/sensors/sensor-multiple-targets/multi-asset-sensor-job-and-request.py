import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.multi_asset_sensor(monitored_assets=[dg.AssetKey("orders")], job=load, request_assets=dg.AssetSelection.assets("customers"))  # expect: sensor-multiple-targets
def at_night(context): ...
defs = dg.Definitions(assets=[orders,customers], sensors=[at_night])
