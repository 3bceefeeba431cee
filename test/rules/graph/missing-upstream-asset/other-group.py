import dagster as dg

@dg.asset(key_prefix="raw", group_name="raw")
def orders(): ...

@dg.asset
def revenue(orders): ...  # expect: missing-upstream-asset

defs = dg.Definitions(assets=[orders, revenue])
