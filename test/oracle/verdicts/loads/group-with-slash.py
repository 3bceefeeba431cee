import dagster as dg


@dg.asset(group_name="sales/orders")
def orders(): ...


defs = dg.Definitions(assets=[orders])
