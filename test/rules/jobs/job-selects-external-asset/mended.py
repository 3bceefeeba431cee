import dagster as dg

raw_orders = dg.AssetSpec("raw_orders")

@dg.asset(deps=[raw_orders])
def orders(): ...

nightly = dg.define_asset_job("nightly", selection=["orders"])

defs = dg.Definitions(assets=[raw_orders, orders], jobs=[nightly])
