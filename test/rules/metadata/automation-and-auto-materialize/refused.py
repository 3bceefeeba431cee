from dagster import AssetSpec, AutoMaterializePolicy, AutomationCondition, asset
import dagster as dg

@asset(automation_condition=AutomationCondition.eager(), auto_materialize_policy=AutoMaterializePolicy.eager())  # expect: automation-and-auto-materialize
def orders(): ...

spec = AssetSpec("spec", automation_condition=AutomationCondition.eager(), auto_materialize_policy=AutoMaterializePolicy.lazy())  # expect: automation-and-auto-materialize

defs = dg.Definitions(assets=[orders, spec])
