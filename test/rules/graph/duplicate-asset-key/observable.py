import dagster as dg

@dg.observable_source_asset
def orders(): ...

@dg.asset(name="orders")  # expect: duplicate-asset-key
def orders_again(): ...

defs = dg.Definitions(assets=[orders, orders_again])
