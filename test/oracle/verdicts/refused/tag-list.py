import dagster as dg
@dg.asset(tags=["a"])
def x(): ...

defs = dg.Definitions(assets=[x])
