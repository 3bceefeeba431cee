import dagster as dg


@dg.asset(groupname="orders")
def orders(): ...


defs = dg.Definitions(assets=[orders])
