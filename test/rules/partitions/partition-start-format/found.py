import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01"))  # expect: partition-start-format
def orders(): ...

defs = dg.Definitions(assets=[orders])
