import dagster as dg

@dg.op
def load():
    return 1

@dg.graph_asset
def orders():
    return load()

@dg.job
def nightly():
    load()

defs = dg.Definitions(assets=[orders], jobs=[nightly])
