import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset_check(asset=orders, partitions_def=dg.DailyPartitionsDefinition("2025-02-01"))  # expect: check-partitions-mismatch
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
