import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")
regions = dg.StaticPartitionsDefinition(["eu", "us"])

@dg.multi_asset(specs=[dg.AssetSpec("a", partitions_def=daily), dg.AssetSpec("b", partitions_def=regions)])  # expect: multi-asset-partitions-conflict
def several(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a", partitions_def=daily)], partitions_def=regions)  # expect: multi-asset-partitions-conflict
def others(): ...

defs = dg.Definitions()
