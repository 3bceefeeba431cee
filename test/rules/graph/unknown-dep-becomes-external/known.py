import dagster as dg

@dg.asset
def customers(): ...

legacy = dg.AssetSpec("legacy_orders")

@dg.asset(deps=[customers, "customers", "legacy_orders", dg.AssetKey("customers")])
def churn(): ...

@dg.asset(key_prefix="raw")
def orders(): ...

@dg.asset(deps=["orders"])
def revenue(): ...

defs = dg.Definitions(assets=[customers, legacy, churn, orders, revenue])
