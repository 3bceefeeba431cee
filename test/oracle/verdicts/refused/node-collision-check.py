import dagster as dg
@dg.asset
def a(): ...
@dg.asset(key="a_c")
def z(): ...
@dg.asset_check(asset=a)
def c(): return dg.AssetCheckResult(passed=True)

defs = dg.Definitions(assets=[a, z], asset_checks=[c])
