import dagster as dg


@dg.asset(tags={"path": "raw/orders"})
def orders(): ...


defs = dg.Definitions(assets=[orders])
