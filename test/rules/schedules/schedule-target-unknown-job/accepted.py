import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")
weekly = dg.define_asset_job("weekly", selection="orders")
by_name = dg.ScheduleDefinition(name="by_name", cron_schedule="0 3 * * *", job_name="nightly")
brings_its_job = dg.ScheduleDefinition(name="brings_its_job", cron_schedule="0 3 * * 1", job=weekly)

@dg.sensor(job_name="weekly")
def new_orders(): ...

@dg.sensor()
def without_target(): ...

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[by_name, brings_its_job], sensors=[new_orders, without_target])
