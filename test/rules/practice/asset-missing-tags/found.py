import dagster as dg

@dg.asset
def orders() -> None:  # expect: asset-missing-tags
    """The orders."""

defs = dg.Definitions(assets=[orders])
