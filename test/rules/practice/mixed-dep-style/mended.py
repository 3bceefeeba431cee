import dagster as dg

@dg.asset
def customers(): ...

@dg.asset
def orders(): ...

@dg.asset(deps=[customers, orders])
def revenue(): ...

defs = dg.Definitions(assets=[customers, orders, revenue])
