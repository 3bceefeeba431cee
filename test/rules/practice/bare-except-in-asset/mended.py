import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    try:
        ...
    except ValueError:
        ...

defs = dg.Definitions(assets=[orders])
