import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))  # expect: partition-timezone-mismatch
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", timezone="US/Eastern"), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
