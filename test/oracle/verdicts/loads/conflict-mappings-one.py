import dagster as dg
PD = dg.DailyPartitionsDefinition("2024-01-01")
@dg.asset(partitions_def=PD)
def a(): ...
@dg.multi_asset(partitions_def=PD, specs=[dg.AssetSpec("x", deps=[dg.AssetDep("a", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-1))]), dg.AssetSpec("y", deps=["a"])])
def m(): ...

defs = dg.Definitions(assets=[a, m])
