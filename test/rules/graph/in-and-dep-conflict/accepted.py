import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders"], ins={"placed": dg.AssetIn("orders")})
def revenue(placed): ...

@dg.asset(deps=[orders])
def report(orders): ...

defs = dg.Definitions(assets=[orders, revenue, report])
