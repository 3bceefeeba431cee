import dagster as dg

@dg.asset(key_prefix="sales", check_specs=[dg.AssetCheckSpec("is_fresh", asset="orders")])  # expect: check-spec-wrong-asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
