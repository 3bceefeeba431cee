import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders() -> int:
    """The orders."""
    return 1

@dg.asset(partitions_def=daily)
def revenue(orders: int) -> int:
    """The revenue."""
    return 1

defs = dg.Definitions(assets=[orders, revenue])
