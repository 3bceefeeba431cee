import dagster as dg


@dg.asset(name="config")
def configuration(): ...


defs = dg.Definitions(assets=[configuration])
