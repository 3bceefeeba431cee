import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")


@dg.asset(partitions_def=daily)
def orders(): ...


def days_back(days):
    return dg.AssetDep("orders", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-days))


@dg.multi_asset(
    partitions_def=daily,
    specs=[
        dg.AssetSpec("week", deps=[days_back(7)]),
        dg.AssetSpec("month", deps=[dg.AssetDep("orders", partition_mapping=dg.LastPartitionMapping())]),  # expect: conflicting-partition-mappings
    ],
)
def reports(): ...


defs = dg.Definitions(assets=[orders, reports])
