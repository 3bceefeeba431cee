import dagster as dg
j = dg.define_asset_job("j", selection=1)

defs = dg.Definitions(jobs=[j])
