from dagster import (
    AssetCheckExecutionContext,
    AssetCheckResult,
    AssetCheckSeverity,
    AssetIn,
    AssetKey,
    ConfigurableResource,
    Definitions,
    asset,
    asset_check,
)


class Warehouse(ConfigurableResource):
    dsn: str


@asset
def orders(): ...


@asset(key_prefix="crm")
def customers(): ...


@asset_check(asset=orders, description="Every order has an id", blocking=True)
def ids_are_set(orders) -> AssetCheckResult:
    return AssetCheckResult(passed=True)


@asset_check(asset="orders", name="totals_are_positive", metadata={"column": "total"})
def _totals(context: AssetCheckExecutionContext, warehouse: Warehouse):
    """Documented, and shown as the description."""
    return AssetCheckResult(passed=True, severity=AssetCheckSeverity.WARN)


@asset_check(asset=AssetKey(["crm", "customers"]), additional_deps=[orders])
def everybody_ordered():
    return AssetCheckResult(passed=True)


@asset_check(asset=customers, additional_ins={"placed": AssetIn("orders")}, required_resource_keys={"clock"})
def no_ghosts(customers, placed):
    return AssetCheckResult(passed=True)


@asset_check(asset="budget")
def budget_is_known():
    """On an asset that nobody defines: Dagster makes a stub."""
    return AssetCheckResult(passed=True)


defs = Definitions(
    assets=[orders, customers],
    asset_checks=[ids_are_set, _totals, everybody_ordered, no_ghosts, budget_is_known],
    resources={"warehouse": Warehouse(dsn="duckdb://"), "clock": "utc"},
)
