import dagster as dg

@dg.asset(key=["raw", "orders"])
def orders(): ...

@dg.asset(deps=[dg.AssetKey.from_user_string("raw/orders")])
def revenue(): ...

external = dg.AssetSpec("raw/legacy", deps=["raw/older"])  # expect: unknown-dep-becomes-external
nightly = dg.define_asset_job("nightly", selection="key:raw/orders")

defs = dg.Definitions(assets=[orders, revenue, external], jobs=[nightly])
