import dagster as dg

raw_orders = dg.AssetSpec("raw_orders")

defs = dg.Definitions(assets=[raw_orders])
