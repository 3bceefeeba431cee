import dagster as dg

orders = dg.AssetSpec("orders")
revenue = dg.AssetSpec("revenue", deps=["orders"])

defs = dg.Definitions(assets=[orders, revenue])
