import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions
def defs(context):  # expect: definitions-function-signature
    return dg.Definitions(assets=[orders])
