import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", hour_offset=23))
def orders(): ...

defs = dg.Definitions(assets=[orders])
