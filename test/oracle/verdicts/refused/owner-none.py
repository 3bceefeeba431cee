import dagster as dg
@dg.asset(owners=[None])
def x(): ...

defs = dg.Definitions(assets=[x])
