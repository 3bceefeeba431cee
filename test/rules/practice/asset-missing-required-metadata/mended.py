import dagster as dg

@dg.asset(owners=["team:sales"])
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
