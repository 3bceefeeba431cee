import dagster as dg

@dg.asset(group_name="sales")
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
