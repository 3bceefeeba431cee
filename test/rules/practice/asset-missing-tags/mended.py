import dagster as dg

@dg.asset(tags={"tier": "gold"})
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
