import dagster as dg
@dg.asset_check("a")
def x(): ...

defs = dg.Definitions(asset_checks=[x])
