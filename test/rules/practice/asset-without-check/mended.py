import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

@dg.asset(deps=[orders])
def returns(): ...

@dg.asset(deps=[orders])
def forecast(): ...

@dg.asset_check(asset=orders)
def is_fresh(): ...

defs = dg.Definitions(assets=[orders, revenue, returns, forecast], asset_checks=[is_fresh])
