import dagster as dg
@dg.asset
def a():
    return 1
@dg.asset(deps=[a()])
def b(): ...

defs = dg.Definitions(assets=[a, b])
