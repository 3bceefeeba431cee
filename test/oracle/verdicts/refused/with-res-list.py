import dagster as dg
@dg.asset
def a(): ...
defs = dg.Definitions(assets=dg.with_resources([a], resource_defs=[1]))
