import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")
regions = dg.StaticPartitionsDefinition(["eu", "us"])

@dg.multi_asset(specs=[dg.AssetSpec("a", partitions_def=daily), dg.AssetSpec("b", partitions_def=regions)], can_subset=True)
def several(): ...

@dg.multi_asset(specs=[dg.AssetSpec("c"), dg.AssetSpec("d")], partitions_def=daily)
def others(): ...

@dg.multi_asset(specs=[dg.AssetSpec("e", partitions_def=dg.DailyPartitionsDefinition("2024-01-01"))], partitions_def=daily)
def equal(): ...

defs = dg.Definitions(assets=[several, others, equal])
