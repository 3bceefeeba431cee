import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us"]), deps=[orders])  # expect: partition-mapping-incompatible
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
