import dagster as dg

@dg.asset
def orders(): ...

six_fields = dg.ScheduleDefinition(name="six_fields", cron_schedule="0 0 * * * *", target=[orders])  # expect: invalid-cron
hour = dg.ScheduleDefinition(name="hour", cron_schedule="0 25 * * *", target=[orders])  # expect: invalid-cron
several = dg.ScheduleDefinition(
    name="several",
    cron_schedule=[
        "0 3 * * *",
        "0 3 * *",  # expect: invalid-cron
    ],
    target=[orders],
)
never = dg.ScheduleDefinition(name="never", cron_schedule=[], target=[orders])  # expect: invalid-cron

@dg.schedule(cron_schedule="@reboot", target=[orders])  # expect: invalid-cron
def at_start(): ...

defs = dg.Definitions(assets=[orders])
