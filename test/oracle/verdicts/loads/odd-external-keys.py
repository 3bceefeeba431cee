import dagster as dg

defs = dg.Definitions(assets=[dg.AssetSpec("orders of today!"), dg.AssetSpec("type"), dg.AssetSpec("raw/orders")])
