import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")  # expect: definition-not-loaded

nightly = dg.define_asset_job("nightly", selection="*")
defs = dg.Definitions(assets=[orders,customers], jobs=[nightly])
