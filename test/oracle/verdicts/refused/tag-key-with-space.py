import dagster as dg


@dg.asset(tags={"data domain": "orders"})
def orders(): ...


defs = dg.Definitions(assets=[orders])
