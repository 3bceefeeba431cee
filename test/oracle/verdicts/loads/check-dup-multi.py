import dagster as dg
@dg.asset
def a(): ...
@dg.multi_asset_check(specs=[dg.AssetCheckSpec("c", asset="a"), dg.AssetCheckSpec("c", asset="a")])
def c(): ...

defs = dg.Definitions(assets=[a], asset_checks=[c])
