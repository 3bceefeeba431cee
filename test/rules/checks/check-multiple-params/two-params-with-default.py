import dagster as dg
daily = dg.DailyPartitionsDefinition("2024-01-01")
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...

@dg.asset_check(asset=orders)
def is_fresh(orders, customers=1): ...  # expect: check-multiple-params
defs = dg.Definitions(assets=[orders, customers], asset_checks=[is_fresh])
