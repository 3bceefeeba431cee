import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset_check(asset=orders, additional_ins={"customers": dg.AssetIn("customers")})
def have_customers(orders, customers): ...

defs = dg.Definitions(assets=[orders, customers], asset_checks=[have_customers])
