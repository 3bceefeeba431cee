import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def count(rows): ...

@dg.graph_asset
def revenue(orders):
    return count([orders, orders])

@dg.graph
def whole(rows):
    count(rows=rows)

defs = dg.Definitions(assets=[orders, revenue])
