import dagster as dg

orders = dg.AssetSpec("orders", deps=["revenue"])  # expect: spec-cycle
revenue = dg.AssetSpec("revenue", deps=["orders"])

defs = dg.Definitions(assets=[orders, revenue])
