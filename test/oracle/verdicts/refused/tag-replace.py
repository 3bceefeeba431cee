import dagster as dg
s = dg.AssetSpec("a").merge_attributes(tags={"a b": "x"})

defs = dg.Definitions()
