import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="key:orders or status:HEALTHY")  # expect: selection-not-resolvable-in-code

defs = dg.Definitions(assets=[orders], jobs=[nightly])
