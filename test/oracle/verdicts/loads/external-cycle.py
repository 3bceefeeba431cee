import dagster as dg

defs = dg.Definitions(assets=[dg.AssetSpec("orders", deps=["returns"]), dg.AssetSpec("returns", deps=["orders"])])
