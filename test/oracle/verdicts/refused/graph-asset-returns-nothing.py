import dagster as dg


@dg.op
def fetch(): ...


@dg.graph_asset
def orders():
    fetch()


defs = dg.Definitions(assets=[orders])
