import dagster as dg

@dg.asset
def orders(): ...  # expect: asset-without-check

@dg.asset(deps=[orders])
def revenue(): ...

@dg.asset(deps=[orders])
def returns(): ...

@dg.asset(deps=[orders])
def forecast(): ...

defs = dg.Definitions(assets=[orders, revenue, returns, forecast])
