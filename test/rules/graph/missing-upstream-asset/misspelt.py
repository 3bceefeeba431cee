import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(order): ...  # expect: missing-upstream-asset

defs = dg.Definitions(assets=[orders, revenue])
