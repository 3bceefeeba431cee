import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    print("loading")  # expect: print-instead-of-context-log

defs = dg.Definitions(assets=[orders])
