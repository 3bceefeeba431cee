import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.egaer())
def orders(): ...
defs = dg.Definitions(assets=[orders])
