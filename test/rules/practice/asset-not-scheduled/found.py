import dagster as dg

@dg.asset
def orders() -> None:  # expect: asset-not-scheduled
    """The orders."""

defs = dg.Definitions(assets=[orders])
