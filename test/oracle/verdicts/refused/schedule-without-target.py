import dagster as dg


@dg.schedule(cron_schedule="0 2 * * *")
def at_night(): ...


defs = dg.Definitions(schedules=[at_night])
