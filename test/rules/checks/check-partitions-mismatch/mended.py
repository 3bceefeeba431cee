import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset_check(asset=orders, partitions_def=daily)
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
