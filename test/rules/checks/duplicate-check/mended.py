import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def is_of_today(): ...

@dg.asset_check(asset=orders)
def is_of_this_week(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_of_today, is_of_this_week])
