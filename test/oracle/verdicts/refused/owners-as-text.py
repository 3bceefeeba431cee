import dagster as dg


@dg.asset(owners="team:orders")
def orders(): ...


defs = dg.Definitions(assets=[orders])
