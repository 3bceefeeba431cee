import dagster as dg

@dg.asset
def orders(): ...

by_name = dg.define_asset_job("by_name", selection=["order"])  # expect: job-selects-unknown-key
by_key = dg.define_asset_job("by_key", selection=dg.AssetSelection.assets(dg.AssetKey(["raw", "orders"])))  # expect: job-selects-unknown-key
at_night = dg.ScheduleDefinition(name="at_night", cron_schedule="0 3 * * *", target="refunds")  # expect: job-selects-unknown-key

defs = dg.Definitions(assets=[orders], jobs=[by_name, by_key], schedules=[at_night])
