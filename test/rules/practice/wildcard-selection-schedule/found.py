import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target="*", execution_timezone="UTC")  # expect: wildcard-selection-schedule

defs = dg.Definitions(assets=[orders], schedules=[nightly])
