import dagster as dg


@dg.asset(
    # dagsight: ignore[deprecated-argument] the line below
    compute_kind="pandas",
    description="The orders.",
)
def orders() -> None: ...


defs = dg.Definitions(assets=[orders])
