import dagster as dg

LIMIT = 10

@dg.asset
def orders():
    LIMIT = 20
    global LIMIT  # expect: invalid-syntax

defs = dg.Definitions(assets=[orders])
