import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def stock(): ...


@dg.asset(deps=["orders", "stock"])
def revenue(): ...


defs = dg.Definitions(assets=[orders, stock, revenue])
