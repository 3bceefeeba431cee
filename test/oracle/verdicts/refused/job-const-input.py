import dagster as dg
@dg.op
def o(x): return 1
@dg.job
def j(): o(5)

defs = dg.Definitions(jobs=[j])
