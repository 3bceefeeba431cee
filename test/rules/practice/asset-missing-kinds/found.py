import dagster as dg

@dg.asset
def orders() -> None:  # expect: asset-missing-kinds
    """The orders."""

defs = dg.Definitions(assets=[orders])
