"""Every place in which a suppression may stand; the used ones are silent."""

# dagsight: ignore-file[deprecated-name, asset-cycle] sources move next quarter  # expect: unused-suppression
import dagster as dg

raw_orders = dg.SourceAsset("raw_orders")


@dg.asset(compute_kind="pandas")  # dagsight: ignore[deprecated-argument] the chart needs it
def orders() -> None:
    """The orders."""


@dg.asset(  # dagsight: ignore[deprecated-argument] on the first line of the decorator
    description="The customers.",
    compute_kind="pandas",
)
def customers() -> None: ...


# dagsight: ignore[deprecated-argument] alone, above the decorators
# of an asset
@dg.asset(
    compute_kind="pandas",
)
def products() -> None:
    """The products."""


# dagsight: ignore-start[deprecations] a group, for a block
@dg.asset(compute_kind="pandas")
def baskets() -> None:
    """The baskets."""


@dg.asset(compute_kind="pandas")
def returns() -> None:
    """The returns."""


# dagsight: ignore-end


# dagsight: ignore-start[deprecated-argument]  # expect: unused-suppression
@dg.asset
def refunds(context: dg.AssetExecutionContext) -> None:
    """The refunds."""
    context.log.info(context.run_id)  # noqa: E501  # dagsight: ignore[deprecated-context-member]
    context.log.info("# dagsight: ignore[deprecated-context-member] is no comment here")


# dagsight: ignore-end


@dg.asset(  # dagsight: ignore[invalid-owner]  # expect: unused-suppression
    owners=["team:sales"],
)
def invoices() -> None:
    """The invoices."""


# dagsight: ignore[unused-suppression] kept on purpose
@dg.asset  # dagsight: ignore[asset-cycle]
def shipments() -> None:
    """The shipments."""


defs = dg.Definitions(assets=[raw_orders, orders, customers, products, baskets, returns, refunds, invoices, shipments])
