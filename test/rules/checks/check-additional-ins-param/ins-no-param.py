import dagster as dg
daily = dg.DailyPartitionsDefinition("2024-01-01")
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...

@dg.asset_check(asset=orders, additional_ins={"customers": dg.AssetIn("customers")})  # expect: check-additional-ins-param
def is_fresh(orders): ...
defs = dg.Definitions(assets=[orders, customers], asset_checks=[is_fresh])
