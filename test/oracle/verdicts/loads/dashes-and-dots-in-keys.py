import dagster as dg


@dg.asset(key=["raw-zone", "orders.v2"])
def orders(): ...


defs = dg.Definitions(assets=[orders])
