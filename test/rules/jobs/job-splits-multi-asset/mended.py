import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("orders"), dg.AssetSpec("customers")])
def load(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])

defs = dg.Definitions(assets=[load], jobs=[nightly])
