import dagster as dg
k = dg.AssetKey(5)

defs = dg.Definitions()
