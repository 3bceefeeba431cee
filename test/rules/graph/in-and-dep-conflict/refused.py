import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders"], ins={"orders": dg.AssetIn(metadata={"columns": ["id"]})})  # expect: in-and-dep-conflict
def revenue(orders): ...

defs = dg.Definitions(assets=[orders])
