import dagster as dg

uploads = dg.DynamicPartitionsDefinition()
defs = dg.Definitions(assets=[dg.AssetSpec("orders", partitions_def=uploads)])
