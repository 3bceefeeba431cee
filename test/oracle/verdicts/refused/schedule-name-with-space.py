import dagster as dg


@dg.job
def nightly(): ...


defs = dg.Definitions(jobs=[nightly], schedules=[dg.ScheduleDefinition("every night", job=nightly, cron_schedule="0 0 * * *")])
