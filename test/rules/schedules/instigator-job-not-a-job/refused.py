import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", [orders])

@dg.schedule(job=orders, cron_schedule="@daily")  # expect: instigator-job-not-a-job
def daily(): ...

@dg.sensor(job="nightly")  # expect: instigator-job-not-a-job
def on_arrival(context): ...

@dg.sensor(jobs=["nightly"])  # expect: instigator-job-not-a-job
def on_failure(context): ...

hourly = dg.ScheduleDefinition(
    name="hourly",
    job="nightly",  # expect: instigator-job-not-a-job
    cron_schedule="@hourly",
)

defs = dg.Definitions(assets=[orders], jobs=[nightly])
