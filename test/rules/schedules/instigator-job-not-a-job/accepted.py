import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def load(): ...

@dg.graph
def loading():
    load()

nightly = dg.define_asset_job("nightly", [orders])

@dg.schedule(target="orders", cron_schedule=("@daily",))
def daily(): ...

@dg.sensor(job=loading)
def on_arrival(context): ...

@dg.sensor(jobs=(nightly, loading))
def on_change(context): ...

@dg.sensor(jobs=[])
def on_failure(context): ...

hourly = dg.ScheduleDefinition(job_name="nightly", cron_schedule="@hourly")

defs = dg.Definitions(
    assets=[orders], jobs=[nightly], schedules=[daily, hourly], sensors=[on_arrival, on_change, on_failure]
)
