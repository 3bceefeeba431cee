import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    try:
        ...
    except:  # expect: bare-except-in-asset
        ...

defs = dg.Definitions(assets=[orders])
