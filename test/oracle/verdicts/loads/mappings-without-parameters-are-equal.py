import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")
@dg.asset(partitions_def=daily)
def up(): ...
all_of_it = dg.AssetDep("up", partition_mapping=dg.AllPartitionMapping())
last_of_it = dg.AssetDep("up", partition_mapping=dg.LastPartitionMapping())
@dg.multi_asset(partitions_def=daily, specs=[dg.AssetSpec("x", deps=[all_of_it]), dg.AssetSpec("y", deps=[last_of_it])])
def m(): ...
defs = dg.Definitions(assets=[up, m])
