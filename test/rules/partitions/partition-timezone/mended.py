import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", timezone="America/Los_Angeles"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
