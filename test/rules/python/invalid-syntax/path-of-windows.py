import dagster as dg

FOLDER = "C:\Users\orders"  # expect: invalid-syntax

@dg.asset(metadata={"folder": FOLDER})
def orders(): ...

defs = dg.Definitions(assets=[orders])
