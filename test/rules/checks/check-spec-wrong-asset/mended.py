import dagster as dg

@dg.asset(key_prefix="sales", check_specs=[dg.AssetCheckSpec("is_fresh", asset=["sales", "orders"])])
def orders(): ...

defs = dg.Definitions(assets=[orders])
