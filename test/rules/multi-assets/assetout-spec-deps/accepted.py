import dagster as dg

out = dg.AssetOut.from_spec(dg.AssetSpec("a", group_name="raw"))

defs = dg.Definitions()
