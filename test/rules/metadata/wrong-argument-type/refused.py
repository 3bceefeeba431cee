from dagster import AssetSpec, AutoMaterializePolicy, AutomationCondition, DailyPartitionsDefinition, LegacyFreshnessPolicy, asset, op
import dagster as dg

@asset(partitions_def=DailyPartitionsDefinition)  # expect: wrong-argument-type
def orders(): ...

@asset(automation_condition=AutomationCondition.eager)  # expect: wrong-argument-type
def refunds(): ...

@asset(code_version=3)  # expect: wrong-argument-type
def stock(): ...

spec = AssetSpec("spec", description=["a", "b"])  # expect: wrong-argument-type

@asset(freshness_policy=LegacyFreshnessPolicy(maximum_lag_minutes=5))  # expect: wrong-argument-type
def fresh(): ...

@op(retry_policy=3)  # expect: wrong-argument-type
def step(): ...

@asset(partitions_def="daily")  # expect: wrong-argument-type
def named(): ...

defs = dg.Definitions(assets=[orders, refunds, stock, spec, fresh, named])
