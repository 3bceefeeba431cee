import dagster as dg


@dg.asset(group_name="order-data")
def orders(): ...


defs = dg.Definitions(assets=[orders])
