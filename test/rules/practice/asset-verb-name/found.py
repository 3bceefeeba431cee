import dagster as dg

@dg.asset
def load_orders() -> None:  # expect: asset-verb-name
    """The orders."""

defs = dg.Definitions(assets=[load_orders])
