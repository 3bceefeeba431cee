import dagster as dg

@dg.multi_asset_sensor  # expect: decorator-missing-parens
def on_orders(context): ...

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
