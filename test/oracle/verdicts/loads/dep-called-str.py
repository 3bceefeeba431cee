import dagster as dg
@dg.asset
def a():
    return "a"
@dg.asset(deps=[a()])
def b(): ...

defs = dg.Definitions(assets=[a, b])
