import dagster as dg
@dg.asset(deps=["a", dg.AssetDep("a", metadata={"x": 1})])
def b(): ...

defs = dg.Definitions(assets=[b])
