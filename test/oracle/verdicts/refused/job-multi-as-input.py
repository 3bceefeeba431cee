import dagster as dg
@dg.op(out={"a": dg.Out(), "b": dg.Out()})
def s(): return 1, 2
@dg.op
def o(x): ...
@dg.job
def j():
    o(s())

defs = dg.Definitions(jobs=[j])
