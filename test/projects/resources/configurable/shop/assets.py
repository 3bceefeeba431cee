import dagster as dg
from dagster import ResourceParam

from .resources import Credentials, Mailer, Warehouse


@dg.asset(io_manager_key="lake")
def orders(warehouse: Warehouse):
    return warehouse.query("select 1")


@dg.asset
def revenue(context: dg.AssetExecutionContext, orders, warehouse: "Warehouse", clock: ResourceParam[object]):
    ...


@dg.asset(io_manager_key="store")
def receipts(revenue, mailer: Mailer, secrets: Credentials) -> list:
    return []


@dg.asset_check(asset=revenue)
def is_positive(revenue, mailer: Mailer) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(passed=True)
