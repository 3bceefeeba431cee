import dagster as dg


@dg.asset(tags={"priority": 1})
def orders(): ...


defs = dg.Definitions(assets=[orders])
