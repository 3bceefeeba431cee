import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders+")  # expect: selection-plus-depth

defs = dg.Definitions(assets=[orders], jobs=[nightly])
