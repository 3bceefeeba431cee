import dagster as dg
defs = dg.Definitions(assets=[dg.AssetSpec("inner")])
