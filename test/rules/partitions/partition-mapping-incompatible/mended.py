import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
