import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")


@dg.asset(partitions_def=daily)
def orders(): ...


def days_back(days):
    return dg.AssetDep("orders", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-days))


@dg.multi_asset(
    partitions_def=daily,
    specs=[dg.AssetSpec("week", deps=[days_back(7)]), dg.AssetSpec("again", deps=[days_back(7)]), dg.AssetSpec("day", deps=["orders"])],
)
def reports(): ...


@dg.asset(partitions_def=daily, deps=[days_back(1)])
def yesterday(): ...


defs = dg.Definitions(assets=[orders, reports, yesterday])
