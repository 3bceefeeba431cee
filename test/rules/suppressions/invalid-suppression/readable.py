"""Words that are not for us: dagsight: ignore."""

import dagster as dg

# The comments of dagsight: none of them is here, and `# dagsight ignore` is none.


@dg.asset(compute_kind="pandas")  # dagsight: ignore[deprecated-argument]
def orders() -> None:
    """The orders."""


defs = dg.Definitions(assets=[orders])
