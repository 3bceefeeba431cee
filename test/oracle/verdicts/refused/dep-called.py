import dagster as dg
@dg.asset
def a(): ...
@dg.asset(deps=[a()])
def b(): ...

defs = dg.Definitions(assets=[a, b])
