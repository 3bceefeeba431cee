import dagster as dg


@dg.asset
def orders(): ...


@dg.asset_check
def has_rows(): ...


defs = dg.Definitions(assets=[orders], asset_checks=[has_rows])
