import dagster as dg


@dg.asset
def orders(): ...


@dg.asset(deps=["orders"])
def revenue(): ...


defs = dg.Definitions(assets=[orders, revenue])
