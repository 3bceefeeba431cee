import dagster as dg

@dg.asset(kinds={"python"})
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
