import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders", orders, dg.AssetDep("orders"), dg.AssetKey("orders")])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
