import dagster as dg


@dg.asset(code_version=3)
def orders(): ...


defs = dg.Definitions(assets=[orders])
