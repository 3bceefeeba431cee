import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("@daily", "Europe/berlin"))  # expect: on-cron-bad-timezone
def orders(): ...

defs = dg.Definitions(assets=[orders])
