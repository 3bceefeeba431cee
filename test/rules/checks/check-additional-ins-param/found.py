import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset_check(asset=orders, additional_ins={"customers": dg.AssetIn("customers")})  # expect: check-additional-ins-param
def have_customers(orders): ...

defs = dg.Definitions(assets=[orders, customers], asset_checks=[have_customers])
