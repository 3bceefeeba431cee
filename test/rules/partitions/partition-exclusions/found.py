import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", exclusions=["weekends"]))  # expect: partition-exclusions
def orders(): ...

defs = dg.Definitions(assets=[orders])
