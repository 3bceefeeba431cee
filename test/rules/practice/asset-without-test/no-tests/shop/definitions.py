import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def revenue(): ...


defs = dg.Definitions(assets=[orders, revenue])
