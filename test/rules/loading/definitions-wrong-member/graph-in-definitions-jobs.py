import dagster as dg
@dg.asset
def orders(): ...
@dg.asset(deps=[orders])
def customers(): ...
@dg.multi_asset(specs=[dg.AssetSpec("invoices"), dg.AssetSpec("refunds")])
def sales(): ...
@dg.multi_asset(specs=[dg.AssetSpec("parcels"), dg.AssetSpec("letters")], can_subset=True)
def parts(): ...
@dg.asset_check(asset=orders)
def is_whole(): return dg.AssetCheckResult(passed=True)
@dg.multi_asset_check(specs=[dg.AssetCheckSpec("amount", asset=orders), dg.AssetCheckSpec("y", asset=customers)])
def are_whole(): ...
@dg.asset(check_specs=[dg.AssetCheckSpec("z", asset="stock")])
def stock(): ...
raw_orders = dg.AssetSpec("raw_orders")
daily = dg.DailyPartitionsDefinition("2024-01-01")
ASSETS = [orders,customers,sales,parts,stock,raw_orders]

@dg.op
def fetch(): ...
@dg.graph
def steps(): fetch()
defs = dg.Definitions(jobs=[steps])  # expect: definitions-wrong-member
