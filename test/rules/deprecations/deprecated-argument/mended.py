import dagster as dg

@dg.asset(kinds={"pandas"})
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
