import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-02-01"))
def customers(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])  # expect: job-partitions-mismatch

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
