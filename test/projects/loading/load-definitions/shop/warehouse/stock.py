import dagster as dg


@dg.asset
def stock(): ...


stock_job = dg.define_asset_job("stock_job", "stock")
stock_schedule = dg.ScheduleDefinition(job=stock_job, cron_schedule="@daily")
