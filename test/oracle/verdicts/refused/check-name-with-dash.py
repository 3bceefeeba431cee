import dagster as dg


@dg.asset
def orders(): ...


@dg.asset_check(asset=orders, name="has-rows")
def has_rows(): ...


defs = dg.Definitions(assets=[orders], asset_checks=[has_rows])
