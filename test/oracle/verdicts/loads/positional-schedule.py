import dagster as dg
@dg.job
def j(): ...
@dg.schedule("@daily", job=j)
def x(c): ...

defs = dg.Definitions(jobs=[j], schedules=[x])
