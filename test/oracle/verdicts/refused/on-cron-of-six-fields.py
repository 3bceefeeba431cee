import dagster as dg


@dg.asset(automation_condition=dg.AutomationCondition.on_cron("0 0 1 * * *"))
def orders(): ...


defs = dg.Definitions(assets=[orders])
