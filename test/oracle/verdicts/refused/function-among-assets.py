import dagster as dg


def orders(): ...


defs = dg.Definitions(assets=[orders])
