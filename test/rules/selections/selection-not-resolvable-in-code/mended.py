import dagster as dg

@dg.asset(tags={"tier": "gold"})
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="tag:tier=gold")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
