import dagster as dg

def plain():
    return 1

@dg.op
def load(): ...

@dg.graph_asset
def orders():  # expect: graph-returns-value
    return plain()

@dg.graph
def whole():  # expect: graph-returns-value
    load()
    return "done"

defs = dg.Definitions()
