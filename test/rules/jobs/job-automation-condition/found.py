import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders", automation_condition=dg.AutomationCondition.eager())  # expect: job-automation-condition

defs = dg.Definitions(assets=[orders], jobs=[load])
