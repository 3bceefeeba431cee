import dagster as dg


@dg.asset
def orders(): ...


defs = dg.Definitions(assets=[orders], jobs=[dg.define_asset_job("nightly", selection="status:healthy")])
