import dagster as dg

raw_orders = dg.AssetSpec("raw_orders")

@dg.asset(deps=[raw_orders])
def orders(): ...

nightly = dg.define_asset_job("nightly", selection=["raw_orders", "orders"])  # expect: job-selects-external-asset

defs = dg.Definitions(assets=[raw_orders, orders], jobs=[nightly])
