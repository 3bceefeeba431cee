import dagster as dg

@dg.op
def count(): ...

@dg.graph_asset
def revenue(orders):  # expect: graph-unused-input
    return count()

@dg.graph
def whole(rows):  # expect: graph-unused-input
    count()

defs = dg.Definitions()
