import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily)
def customers(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
