import dagster as dg

grid = dg.MultiPartitionsDefinition({name: dg.StaticPartitionsDefinition(["a"]) for name in ("day", "region", "shop")})
defs = dg.Definitions(assets=[dg.AssetSpec("orders", partitions_def=grid)])
