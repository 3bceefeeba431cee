import dagster as dg


@dg.asset(key_prefix="raw", group_name="raw")
def orders(): ...


@dg.asset(group_name="marts")
def revenue(orders): ...


defs = dg.Definitions(assets=[orders, revenue])
