import dagster as dg

defs = dg.Definitions(schedules=[dg.ScheduleDefinition("at_night", job_name="nightly", cron_schedule="0 2 * * *")])
