import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset_check(asset=orders)
def have_customers(orders, customers): ...  # expect: check-multiple-params

defs = dg.Definitions(assets=[orders, customers], asset_checks=[have_customers])
