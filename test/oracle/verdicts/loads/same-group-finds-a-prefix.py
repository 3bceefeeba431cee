import dagster as dg


@dg.asset(key_prefix="raw")
def orders(): ...


@dg.asset(key_prefix="marts")
def revenue(orders): ...


defs = dg.Definitions(assets=[orders, revenue])
