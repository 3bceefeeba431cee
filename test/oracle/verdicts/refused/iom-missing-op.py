import dagster as dg
@dg.op(out=dg.Out(io_manager_key="wh"))
def o(): ...
@dg.job
def j(): o()

defs = dg.Definitions(jobs=[j])
