import dagster as dg
@dg.job
def j(): ...
s = dg.ScheduleDefinition("s", target=[j], cron_schedule="@daily")

defs = dg.Definitions(jobs=[j], schedules=[s])
