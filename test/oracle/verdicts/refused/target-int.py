import dagster as dg
s = dg.ScheduleDefinition("s", target=5, cron_schedule="@daily")

defs = dg.Definitions(schedules=[s])
