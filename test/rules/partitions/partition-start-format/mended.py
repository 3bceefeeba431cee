import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
