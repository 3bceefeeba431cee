import dagster as dg
s = dg.AssetSpec("a").replace_attributes(group_name="x-y")

defs = dg.Definitions()
