import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("@daily", "Europe/Berlin"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
