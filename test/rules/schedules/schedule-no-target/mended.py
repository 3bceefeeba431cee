import dagster as dg

@dg.asset
def orders(): ...

@dg.schedule(cron_schedule="@daily", target=[orders])
def nightly():
    return dg.RunRequest()

defs = dg.Definitions(assets=[orders], schedules=[nightly])
