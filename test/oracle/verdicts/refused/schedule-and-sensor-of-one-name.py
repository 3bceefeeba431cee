import dagster as dg


@dg.job
def nightly(): ...


@dg.sensor(job=nightly, name="start")
def watch(): ...


defs = dg.Definitions(jobs=[nightly], sensors=[watch], schedules=[dg.ScheduleDefinition("start", job=nightly, cron_schedule="@daily")])
