import dagster as dg

@dg.asset(compute_kind="pandas")  # expect: deprecated-argument
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
