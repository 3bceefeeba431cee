import dagster as dg


@dg.asset(deps=["revenue"])
def orders(): ...


@dg.asset(deps=[orders])
def revenue(): ...


defs = dg.Definitions(assets=[orders, revenue])
