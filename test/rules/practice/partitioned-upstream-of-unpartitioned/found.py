import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders() -> int:
    """The orders."""
    return 1

@dg.asset
def revenue(orders: dict) -> int:  # expect: partitioned-upstream-of-unpartitioned
    """The revenue."""
    return 1

defs = dg.Definitions(assets=[orders, revenue])
