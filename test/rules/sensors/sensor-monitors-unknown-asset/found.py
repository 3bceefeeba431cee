import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key=dg.AssetKey("order"))  # expect: sensor-monitors-unknown-asset
def on_orders(context, event): ...

defs = dg.Definitions(assets=[orders], sensors=[on_orders])
