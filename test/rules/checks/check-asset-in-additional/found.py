import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders, additional_deps=[orders])  # expect: check-asset-in-additional
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
