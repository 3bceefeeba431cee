import dagster as dg


@dg.job
def nightly(): ...


CRONS = ["@hourly", "0 0 L * *", "0 9 * * MON#1", "*/90 * * * *", "0 0 31 4 *", "5 4 * JAN-MAR 0-7"]
schedules = [dg.ScheduleDefinition(f"schedule_{number}", job=nightly, cron_schedule=cron) for number, cron in enumerate(CRONS)]
defs = dg.Definitions(jobs=[nightly], schedules=schedules)
