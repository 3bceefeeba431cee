import dagster as dg

@dg.asset
def orders() -> None:  # expect: asset-missing-required-metadata
    """The orders."""

defs = dg.Definitions(assets=[orders])
