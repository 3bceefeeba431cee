import dagster as dg

@dg.op
def load(): ...

@dg.graph_asset
def orders():  # expect: graph-unmapped-output
    load()

@dg.graph_multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def several():  # expect: graph-unmapped-output
    return {"a": load()}

defs = dg.Definitions()
