import dagster as dg

@dg.asset(deps=["mirror"])
def orders(): ...

mirror = dg.AssetSpec("mirror", deps=["orders"])

defs = dg.Definitions(assets=[orders, mirror])
