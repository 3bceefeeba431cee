import dagster as dg
@dg.job
def j(): ...
s = dg.ScheduleDefinition("s", job_name="j", cron_schedule="@daily", default_status=dg.DefaultScheduleStatus.RUNNING)

defs = dg.Definitions(jobs=[j], schedules=[s])
