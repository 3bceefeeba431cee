import dagster as dg

@dg.op
def load(): ...

@dg.op(out={"x": dg.Out(), "y": dg.Out()})
def both(): ...

@dg.graph_asset
def orders():
    return load()

@dg.graph_multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def several():
    x, y = both()
    return {"a": x, "b": y}

@dg.graph
def nothing():
    load()

defs = dg.Definitions(assets=[orders, several])
