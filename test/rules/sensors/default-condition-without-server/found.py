import dagster as dg

@dg.asset
def orders(): ...

everything = dg.AutomationConditionSensorDefinition(
    "everything",
    target=dg.AssetSelection.all(),
    default_condition=dg.AutomationCondition.eager(),  # expect: default-condition-without-server
)

defs = dg.Definitions(assets=[orders], sensors=[everything])
