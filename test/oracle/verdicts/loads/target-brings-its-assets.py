import dagster as dg


@dg.asset
def orders(): ...


defs = dg.Definitions(schedules=[dg.ScheduleDefinition("at_night", target=[orders], cron_schedule="@daily")])
