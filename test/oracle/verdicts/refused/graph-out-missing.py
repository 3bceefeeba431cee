import dagster as dg
@dg.op
def o(): return 1
@dg.graph(out={"a": dg.GraphOut(), "b": dg.GraphOut()})
def g():
    return {"a": o()}

defs = dg.Definitions()
