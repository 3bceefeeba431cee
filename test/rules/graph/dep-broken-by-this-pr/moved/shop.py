import dagster as dg


@dg.asset(deps=["orders"])
def revenue(): ...


defs = dg.Definitions(assets=[revenue])
