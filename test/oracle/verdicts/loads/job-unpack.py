import dagster as dg
@dg.op(out={"a": dg.Out(), "b": dg.Out()})
def s(): return 1, 2
@dg.job
def j():
    a, b = s()

defs = dg.Definitions(jobs=[j])
