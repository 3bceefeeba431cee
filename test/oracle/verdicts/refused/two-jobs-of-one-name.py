import dagster as dg


@dg.asset
def orders(): ...


first = dg.define_asset_job("nightly", selection=[orders])
second = dg.define_asset_job("nightly", selection="*")
defs = dg.Definitions(assets=[orders], jobs=[first, second])
