import dagster as dg

regions = dg.StaticPartitionsDefinition(["eu", "us", "eu"])
defs = dg.Definitions(assets=[dg.AssetSpec("orders", partitions_def=regions)])
