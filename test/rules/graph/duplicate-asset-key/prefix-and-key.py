import dagster as dg

@dg.asset(key_prefix="raw")
def orders(): ...

@dg.asset(key=["raw", "orders"])  # expect: duplicate-asset-key
def raw_orders(): ...

defs = dg.Definitions(assets=[orders, raw_orders])
