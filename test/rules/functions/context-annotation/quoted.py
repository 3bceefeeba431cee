import dagster as dg
from dagster import AssetExecutionContext


@dg.asset
def orders(context: "AssetExecutionContext") -> None:  # expect: context-annotation
    """The orders."""


@dg.asset
def customers(
    context: "dg.AssetExecutionContext",  # expect: context-annotation
) -> None:
    """Who ordered them."""


@dg.asset_check(asset=orders)
def is_fresh(context: dict):  # expect: context-annotation
    return dg.AssetCheckResult(passed=True)


defs = dg.Definitions(assets=[orders, customers], asset_checks=[is_fresh])
