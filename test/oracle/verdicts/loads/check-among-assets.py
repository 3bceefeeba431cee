import dagster as dg


@dg.asset
def orders(): ...


@dg.asset_check(asset=orders)
def has_rows(): ...


defs = dg.Definitions(assets=[orders, has_rows])
