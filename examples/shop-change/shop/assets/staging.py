"""Cleaned copies in the warehouse: one asset for each thing the shop knows."""

import dagster as dg

from shop.partitions import daily
from shop.resources import Warehouse
from shop.transform import normalise_email, to_cents, without_test_orders

staging = {"group_name": "staging", "kinds": {"python", "duckdb"}, "owners": ["team:analytics"]}


@dg.asset(ins={"rows": dg.AssetIn(key=["raw", "orders"])}, partitions_def=daily, code_version="3", **staging)
def stg_orders(rows: list[dict], warehouse: Warehouse) -> list[dict]:
    """Real orders, amounts in cents."""
    kept = without_test_orders(rows)
    return [{**row, "total_cents": to_cents(row["total"])} for row in kept]


@dg.asset(deps=[dg.AssetKey(["raw", "payments"])], partitions_def=daily, **staging)
def stg_payments(warehouse: Warehouse) -> None:
    """Payments that were captured."""
    warehouse.execute("insert into analytics.payments select * from raw.payments where status = 'captured'")


@dg.asset(ins={"rows": dg.AssetIn(key=["raw", "customers"])}, **staging)
def stg_accounts(rows: list[dict]) -> list[dict]:
    """Customers, one row per e-mail address."""
    return list({normalise_email(row["email"]): row for row in rows}.values())


@dg.multi_asset(
    specs=[
        dg.AssetSpec("stg_products", deps=[dg.AssetKey(["raw", "products"])], description="Products that are for sale", **staging),
        dg.AssetSpec("stg_prices", deps=[dg.AssetKey(["raw", "products"])], description="Their prices, with validity", **staging),
    ],
    can_subset=True,
)
def stg_catalogue(context: dg.AssetExecutionContext, warehouse: Warehouse):
    for key in context.selected_asset_keys:
        warehouse.execute(f"refresh {key.to_user_string()}")
        yield dg.MaterializeResult(asset_key=key)
