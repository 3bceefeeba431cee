import dagster as dg
def build():
    @dg.asset
    def a(): ...
    return a
s = dg.ScheduleDefinition("s", target=[build()], cron_schedule="@daily")
t = dg.ScheduleDefinition("t", target=[build()], cron_schedule="@daily")

defs = dg.Definitions(schedules=[s, t])
