from dagster import AssetDep, AssetIn, DailyPartitionsDefinition, TimeWindowPartitionMapping, asset
import dagster as dg

daily = DailyPartitionsDefinition("2024-01-01")
earlier = TimeWindowPartitionMapping(start_offset=-1, end_offset=-1)

@asset(partitions_def=daily, deps=[AssetDep("balance", partition_mapping=earlier)])
def balance(): ...

@asset(partitions_def=daily, ins={"stock": AssetIn(partition_mapping=earlier)})
def stock(stock): ...

defs = dg.Definitions(assets=[balance, stock])
