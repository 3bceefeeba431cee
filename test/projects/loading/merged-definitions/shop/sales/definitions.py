import dagster as dg


@dg.asset
def orders(): ...


sales_job = dg.define_asset_job("sales", [orders])
defs = dg.Definitions(
    assets=(orders,),
    jobs=[sales_job],
    schedules=[dg.ScheduleDefinition(job=sales_job, cron_schedule="0 3 * * *")],
    resources={"shared": "same object", "sales_db": "a"},
)
