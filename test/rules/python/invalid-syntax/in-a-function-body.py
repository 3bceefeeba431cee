import dagster as dg

@dg.asset
def orders():  # expect: invalid-syntax
    return 1 + * 2

defs = dg.Definitions(assets=[orders])
