import dagster as dg
@dg.asset
def a(): ...
j = dg.define_asset_job("j", selection=[a], tags={"k": 1})

defs = dg.Definitions(assets=[a], jobs=[j])
