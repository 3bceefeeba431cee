import dagster as dg

@dg.asset
def revenue(limit=5): ...  # expect: missing-upstream-asset

defs = dg.Definitions(assets=[revenue])
