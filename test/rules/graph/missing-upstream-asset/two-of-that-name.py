import dagster as dg

@dg.asset(key_prefix="eu")
def orders(): ...

@dg.asset(key_prefix="us", name="orders")
def us_orders(): ...

@dg.asset
def revenue(orders): ...  # expect: missing-upstream-asset

defs = dg.Definitions(assets=[orders, us_orders, revenue])
