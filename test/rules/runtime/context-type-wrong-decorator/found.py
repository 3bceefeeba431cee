import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def is_fresh(context: dg.AssetExecutionContext): ...  # expect: context-type-wrong-decorator

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
