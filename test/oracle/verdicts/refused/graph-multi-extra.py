import dagster as dg
@dg.op
def o(): return 1
@dg.graph_multi_asset(outs={"a": dg.AssetOut()})
def g():
    return {"a": o(), "b": o()}

defs = dg.Definitions(assets=[g])
