import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly-orders")  # expect: invalid-name-chars

defs = dg.Definitions(assets=[orders], jobs=[nightly])
