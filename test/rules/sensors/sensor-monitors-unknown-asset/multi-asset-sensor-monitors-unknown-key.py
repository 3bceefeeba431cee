import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

@dg.multi_asset_sensor(monitored_assets=[dg.AssetKey("nowhere")], job=load)  # expect: sensor-monitors-unknown-asset
def every_day(): ...
defs = dg.Definitions(assets=[orders,customers], sensors=[every_day])
