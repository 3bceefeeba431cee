import dagster as dg
s = dg.AssetSpec("a", kinds=["python"])

defs = dg.Definitions(assets=[s])
