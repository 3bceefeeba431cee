import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.single_run())
def orders(): ...

@dg.daily_partitioned_config(start_date="2025-01-01")
def day_of(start, end):
    return {}

nightly = dg.define_asset_job("nightly", selection="orders", config=day_of)  # expect: job-config-backfill-policy

defs = dg.Definitions(assets=[orders], jobs=[nightly])
