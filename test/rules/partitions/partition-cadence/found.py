import dagster as dg

@dg.asset(partitions_def=dg.TimeWindowPartitionsDefinition(start="2025-01-01", fmt="%Y-%m-%d"))  # expect: partition-cadence
def orders(): ...

defs = dg.Definitions(assets=[orders])
