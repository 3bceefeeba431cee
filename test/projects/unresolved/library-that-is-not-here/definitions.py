from company_dagster import CompanyResource, audited, warehouse_table
from dagster import AssetKey, Definitions, asset

orders = warehouse_table("orders", tags={"tier": "gold"})
prices = warehouse_table(name="prices")


@asset(deps=[AssetKey("warehouse_orders")])
def revenue(): ...


@asset
@audited
def audit_log(): ...


defs = Definitions(assets=[orders, prices, revenue, audit_log], resources={"company": CompanyResource()})
