import dagster as dg

@dg.op
def one(): ...
@dg.job(tags={"limits": {1: 2}})
def j(): one()
defs = dg.Definitions(jobs=[j])
