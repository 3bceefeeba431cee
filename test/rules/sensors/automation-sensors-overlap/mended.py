import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

others = dg.AutomationConditionSensorDefinition("others", target=dg.AssetSelection.all() - dg.AssetSelection.assets("orders"))
only_orders = dg.AutomationConditionSensorDefinition("only_orders", target="orders")

defs = dg.Definitions(assets=[orders], sensors=[others, only_orders])
