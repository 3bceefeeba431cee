import dagster as dg

@dg.asset(deps=["revenue"])  # expect: asset-cycle
def orders(): ...

@dg.asset
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
