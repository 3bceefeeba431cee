import dagster as dg


@dg.asset
def customers(): ...


@dg.asset
def orders(customers, context): ...


defs = dg.Definitions(assets=[customers, orders])
