import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly-orders")

defs = dg.Definitions(assets=[orders])
