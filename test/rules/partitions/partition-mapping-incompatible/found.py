import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))  # expect: partition-mapping-incompatible
def orders(): ...

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us"]), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
