import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders): ...  # expect: missing-upstream-asset

defs = dg.Definitions(assets=[revenue])
