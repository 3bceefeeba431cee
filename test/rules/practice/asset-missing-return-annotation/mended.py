import dagster as dg

@dg.asset
def orders() -> int:
    """The orders."""
    return 1

defs = dg.Definitions(assets=[orders])
