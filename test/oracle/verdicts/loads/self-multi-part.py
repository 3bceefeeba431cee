import dagster as dg
MP = dg.MultiPartitionsDefinition({"d": dg.DailyPartitionsDefinition("2024-01-01"), "s": dg.StaticPartitionsDefinition(["x"])})
@dg.asset(partitions_def=MP, deps=[dg.AssetDep("a", partition_mapping=dg.MultiPartitionMapping({"d": dg.DimensionPartitionMapping("d", dg.TimeWindowPartitionMapping(start_offset=-1, end_offset=-1)), "s": dg.DimensionPartitionMapping("s", dg.IdentityPartitionMapping())}))])
def a(): ...

defs = dg.Definitions(assets=[a])
