import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")
at_night = dg.ScheduleDefinition(name="at_night", cron_schedule="0 3 * * *", job_name="nigthly")  # expect: schedule-target-unknown-job

@dg.sensor(job_name="hourly")  # expect: schedule-target-unknown-job
def new_orders(): ...

defs = dg.Definitions(assets=[orders], jobs=[nightly], schedules=[at_night], sensors=[new_orders])
