import dagster as dg

@dg.asset(check_specs=[dg.AssetCheckSpec("is_fresh", asset="orders"), dg.AssetCheckSpec("is_whole", asset="orders")])
def orders(): ...

defs = dg.Definitions(assets=[orders])
