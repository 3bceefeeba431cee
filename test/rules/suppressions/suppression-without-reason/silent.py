import dagster as dg


@dg.asset(compute_kind="pandas")  # dagsight: ignore[deprecated-argument] -  # expect: suppression-without-reason
def orders() -> None:
    """The orders."""


defs = dg.Definitions(assets=[orders])
