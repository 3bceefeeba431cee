import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job(
    "load",
    selection="orders",
    automation_condition=dg.AutomationCondition.any_job_root_assets_match(dg.AutomationCondition.eager()),
)

defs = dg.Definitions(assets=[orders], jobs=[load])
