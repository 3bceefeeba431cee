import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", exclusions=["0 0 * * 6", "0 0 * * 0"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
