import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="group:sales")  # expect: selection-matches-nothing

defs = dg.Definitions(assets=[orders], jobs=[nightly])
