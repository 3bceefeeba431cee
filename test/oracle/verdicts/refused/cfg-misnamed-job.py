import dagster as dg
class C(dg.Config):
    x: int = 1
@dg.op
def a(cfg: C): ...
@dg.job
def j(): a()

defs = dg.Definitions(jobs=[j])
