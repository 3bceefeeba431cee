import dagster as dg


@dg.asset(owners=["data-platform"])
def orders(): ...


defs = dg.Definitions(assets=[orders])
