import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders], execution_timezone="UTC")

defs = dg.Definitions(assets=[orders], schedules=[nightly])
