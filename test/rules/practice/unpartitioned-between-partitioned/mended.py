import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily, deps=[orders])
def cleaned(): ...

@dg.asset(partitions_def=daily, deps=[cleaned])
def revenue(): ...

defs = dg.Definitions(assets=[orders, cleaned, revenue])
