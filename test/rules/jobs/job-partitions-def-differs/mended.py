import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
