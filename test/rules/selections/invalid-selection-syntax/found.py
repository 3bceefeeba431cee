import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

nightly = dg.define_asset_job("nightly", selection="orders or customers")  # expect: invalid-selection-syntax

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
