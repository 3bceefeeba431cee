import dagster as dg
@dg.asset(deps=[dg.AssetDep("z", metadata={"x": 1})])
def a(): ...
@dg.asset(deps=["z"])
def b(): ...

defs = dg.Definitions(assets=[a, b])
