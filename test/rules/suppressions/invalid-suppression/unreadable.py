import dagster as dg


@dg.asset  # dagsight: ignore  # expect: invalid-suppression
def orders() -> None:
    """The orders."""


@dg.asset  # dagsight: ignore[]  # expect: invalid-suppression
def customers() -> None:
    """The customers."""


@dg.asset  # dagsight: ingore[asset-cycle]  # expect: invalid-suppression
def products() -> None:
    """The products."""


@dg.asset  # dagsight: ignore[asset-cycel]  # expect: invalid-suppression
def baskets() -> None:
    """The baskets."""


# dagsight: ignore-end  # expect: invalid-suppression
# dagsight: ignore-start[deprecated-argument]  # expect: invalid-suppression
@dg.asset(compute_kind="pandas")  # expect: deprecated-argument
def refunds() -> None:
    """The refunds."""


defs = dg.Definitions(assets=[orders, customers, products, baskets, refunds])
