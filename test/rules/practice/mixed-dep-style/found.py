import dagster as dg

@dg.asset
def customers(): ...

@dg.asset
def orders(): ...

@dg.asset(deps=[customers])
def revenue(orders): ...  # expect: mixed-dep-style

defs = dg.Definitions(assets=[customers, orders, revenue])
