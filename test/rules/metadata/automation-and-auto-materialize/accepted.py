import dagster as dg

@dg.asset(automation_condition=None, auto_materialize_policy=dg.AutoMaterializePolicy.eager())
def orders(): ...

@dg.asset(automation_condition=dg.AutomationCondition.eager(), auto_materialize_policy=None)
def refunds(): ...

defs = dg.Definitions(assets=[orders, refunds])
