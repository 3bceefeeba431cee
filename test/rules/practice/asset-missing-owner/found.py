import dagster as dg

@dg.asset
def orders() -> None:  # expect: asset-missing-owner
    """The orders."""

defs = dg.Definitions(assets=[orders])
