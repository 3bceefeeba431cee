import dagster as dg
@dg.asset(deps=[dg.AssetDep("z", metadata={"x": 1})])
def a(): ...
@dg.asset(deps=[dg.AssetDep("z", metadata={"x": 2})])
def b(): ...

defs = dg.Definitions(assets=[a, b])
