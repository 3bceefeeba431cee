import dagster as dg
s = dg.AssetSpec("a", deps=["b"])

defs = dg.Definitions(assets=[s])
