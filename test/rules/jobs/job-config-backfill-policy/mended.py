import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.single_run())
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
