import dagster as dg

@dg.asset
def orders() -> int:
    """The orders."""
    return 1

@dg.asset
def revenue(orders) -> int:  # expect: asset-untyped-parameter
    """The revenue."""
    return orders

defs = dg.Definitions(assets=[orders, revenue])
