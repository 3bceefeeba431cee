import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

everything = dg.AutomationConditionSensorDefinition("everything", target=dg.AssetSelection.all())
only_orders = dg.AutomationConditionSensorDefinition("only_orders", target="orders")  # expect: automation-sensors-overlap

defs = dg.Definitions(assets=[orders], sensors=[everything, only_orders])
