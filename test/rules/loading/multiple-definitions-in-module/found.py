import dagster as dg

@dg.asset
def orders(): ...

sales = dg.Definitions(assets=[orders])  # expect: multiple-definitions-in-module
defs = dg.Definitions()
