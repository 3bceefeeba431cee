import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions  # expect: multiple-definitions-functions
def sales():
    return dg.Definitions(assets=[orders])

@dg.definitions
def defs():
    return dg.Definitions()
