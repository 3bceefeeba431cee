import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("@hourly", "Europe/Vienna"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
