import dagster as dg


@dg.asset(pool="shop api")
def orders(): ...


defs = dg.Definitions(assets=[orders])
