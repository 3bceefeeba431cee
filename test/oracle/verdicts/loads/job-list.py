import dagster as dg
@dg.op
def s(): return 1
@dg.op
def o(xs): ...
@dg.job
def j():
    o([s(), s()])

defs = dg.Definitions(jobs=[j])
