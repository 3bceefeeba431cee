import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(key_prefix="raw")
def refunds(): ...

plain = dg.define_asset_job("plain", selection="orders")
slashed = dg.define_asset_job("slashed", selection=["raw/refunds"])
objects = dg.define_asset_job("objects", selection=[orders, refunds])
query = dg.define_asset_job("query", selection="key:nothing* or group:default")
not_loaded = dg.define_asset_job("not_loaded", selection="nowhere")

defs = dg.Definitions(assets=[orders, refunds], jobs=[plain, slashed, objects, query])
