import dagster as dg
@dg.asset
def a(): ...
s = dg.AutomationConditionSensorDefinition("s", target=dg.AssetSelection.assets("zz"))

defs = dg.Definitions(assets=[a], sensors=[s])
