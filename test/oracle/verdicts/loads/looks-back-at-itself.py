import dagster as dg


@dg.asset(
    partitions_def=dg.DailyPartitionsDefinition("2024-01-01"),
    deps=[dg.AssetDep("balance", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-1, end_offset=-1))],
)
def balance(): ...


defs = dg.Definitions(assets=[balance])
