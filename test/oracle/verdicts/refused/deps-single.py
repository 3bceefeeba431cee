import dagster as dg
@dg.asset
def a(): ...
@dg.asset(deps=a)
def x(): ...

defs = dg.Definitions(assets=[a, x])
