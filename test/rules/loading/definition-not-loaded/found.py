import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...  # expect: definition-not-loaded

defs = dg.Definitions(assets=[orders])
