import dagster as dg


def orders(): ...


@dg.asset(deps=[orders])
def revenue(): ...


defs = dg.Definitions(assets=[revenue])
