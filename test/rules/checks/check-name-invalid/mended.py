import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders, name="is_fresh")
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
