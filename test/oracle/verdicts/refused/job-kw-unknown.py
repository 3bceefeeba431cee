import dagster as dg
@dg.op
def o(x): return 1
@dg.op
def s(): return 1
@dg.job
def j(): o(y=s())

defs = dg.Definitions(jobs=[j])
