import dagster as dg


@dg.asset
def orders(): ...


job = dg.define_asset_job("nightly", selection=[orders])
defs = dg.Definitions(assets=[orders], schedules=[dg.ScheduleDefinition(job=job, cron_schedule="@daily")])
