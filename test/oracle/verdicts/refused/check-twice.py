import dagster as dg


@dg.asset
def orders(): ...


@dg.asset_check(asset=orders, name="has_rows")
def first(): ...


@dg.asset_check(asset=orders, name="has_rows")
def second(): ...


defs = dg.Definitions(assets=[orders], asset_checks=[first, second])
