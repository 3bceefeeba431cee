import dagster as dg


@dg.asset
def orders(): ...


defs = dg.Definitions(assets=[orders])
