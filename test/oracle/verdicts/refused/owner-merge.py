import dagster as dg
s = dg.AssetSpec("a").merge_attributes(owners=["x"])

defs = dg.Definitions()
