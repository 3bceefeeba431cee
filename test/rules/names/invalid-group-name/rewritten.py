import dagster as dg

spec = dg.AssetSpec("orders").replace_attributes(group_name="raw-data")  # expect: invalid-group-name

defs = dg.Definitions(assets=[spec])
