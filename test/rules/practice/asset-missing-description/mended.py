import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
