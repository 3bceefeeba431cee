import dagster as dg
@dg.asset(metadata=["a"])
def x(): ...

defs = dg.Definitions(assets=[x])
