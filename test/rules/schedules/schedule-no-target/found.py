import dagster as dg

@dg.schedule(cron_schedule="@daily")  # expect: schedule-no-target
def nightly():
    return dg.RunRequest()

defs = dg.Definitions(schedules=[nightly])
