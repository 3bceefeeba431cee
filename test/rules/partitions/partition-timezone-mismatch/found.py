import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", timezone="US/Eastern"), deps=[orders])  # expect: partition-timezone-mismatch
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
