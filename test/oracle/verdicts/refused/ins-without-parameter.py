import dagster as dg


@dg.asset
def orders(): ...


@dg.asset(ins={"placed": dg.AssetIn("orders")})
def revenue(orders): ...


defs = dg.Definitions(assets=[orders, revenue])
