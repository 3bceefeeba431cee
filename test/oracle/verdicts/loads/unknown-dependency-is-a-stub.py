import dagster as dg


@dg.asset(deps=["ordres"])
def revenue(): ...


defs = dg.Definitions(assets=[revenue])
