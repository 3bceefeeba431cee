import dagster as dg

@dg.asset
def orders(): ...

everything = dg.AutomationConditionSensorDefinition(
    "everything",
    target=dg.AssetSelection.all(),
    default_condition=dg.AutomationCondition.eager(),
    use_user_code_server=True,
)

defs = dg.Definitions(assets=[orders], sensors=[everything])
