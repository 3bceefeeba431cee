import dagster as dg

@dg.asset(name="orders")
def orders_of_today(): ...

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders_of_today])  # expect: instigator-conflicting-asset

defs = dg.Definitions(assets=[orders], schedules=[nightly])
