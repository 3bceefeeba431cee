import dagster as dg


@dg.asset(compute_kind="pandas")  # dagsight: ignore[deprecated-argument] -- the chart needs it
def orders() -> None:
    """The orders."""


defs = dg.Definitions(assets=[orders])
