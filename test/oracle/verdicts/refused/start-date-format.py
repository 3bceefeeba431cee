import dagster as dg

days = dg.DailyPartitionsDefinition(start_date="01.02.2024")
defs = dg.Definitions(assets=[dg.AssetSpec("orders", partitions_def=days)])
