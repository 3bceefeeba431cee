import dagster as dg
s = dg.AssetSpec("a", ["b"])

defs = dg.Definitions(assets=[s])
