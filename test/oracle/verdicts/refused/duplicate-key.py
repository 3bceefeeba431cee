import dagster as dg


@dg.asset
def orders(): ...


@dg.asset(name="orders")
def orders_again(): ...


defs = dg.Definitions(assets=[orders, orders_again])
