import dagster as dg
@dg.asset
def a(): ...
s = dg.AutomationConditionSensorDefinition("s", target="zz")

defs = dg.Definitions(assets=[a], sensors=[s])
