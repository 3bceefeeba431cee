import dagster as dg


@dg.asset(key="raw/orders")
def orders(): ...


defs = dg.Definitions(assets=[orders])
