import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions
def defs():
    return dg.Definitions(assets=[orders])
