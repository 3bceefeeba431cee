import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders", owners=["team:shop", "ann@example.org"])
at_night = dg.ScheduleDefinition(name="at_night", cron_schedule="0 3 * * *", job=nightly, owners=None)

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[at_night])
