import dagster as dg

@dg.schedule  # expect: definition-not-loaded
def nightly(context): ...

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
