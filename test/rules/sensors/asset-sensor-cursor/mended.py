import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key=dg.AssetKey("orders"))
def on_orders(context, event):
    return dg.SensorResult()

defs = dg.Definitions(assets=[orders], sensors=[on_orders])
