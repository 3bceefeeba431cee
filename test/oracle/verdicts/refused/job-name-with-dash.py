import dagster as dg

orders = dg.AssetSpec("orders")
defs = dg.Definitions(assets=[orders], jobs=[dg.define_asset_job("nightly-orders")])
