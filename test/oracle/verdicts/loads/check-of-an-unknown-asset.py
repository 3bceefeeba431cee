import dagster as dg


@dg.asset_check(asset="ordres")
def has_rows(): ...


defs = dg.Definitions(asset_checks=[has_rows])
