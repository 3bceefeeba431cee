import dagster as dg
@dg.multi_asset(specs=[dg.AssetSpec("x"), dg.AssetSpec("y")])
def m(): ...
@dg.asset_check(asset=m)
def c(): ...

defs = dg.Definitions(assets=[m], asset_checks=[c])
