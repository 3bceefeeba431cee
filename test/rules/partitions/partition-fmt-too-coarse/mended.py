import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00", fmt="%Y-%m-%d-%H"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
