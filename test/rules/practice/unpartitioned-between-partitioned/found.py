import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(deps=[orders])
def cleaned(): ...  # expect: unpartitioned-between-partitioned

@dg.asset(partitions_def=daily, deps=[cleaned])
def revenue(): ...

defs = dg.Definitions(assets=[orders, cleaned, revenue])
