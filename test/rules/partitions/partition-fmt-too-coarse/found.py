import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01", fmt="%Y-%m-%d"))  # expect: partition-fmt-too-coarse
def orders(): ...

defs = dg.Definitions(assets=[orders])
