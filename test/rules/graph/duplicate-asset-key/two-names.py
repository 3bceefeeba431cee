import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(name="orders")  # expect: duplicate-asset-key
def orders_again(): ...

@dg.multi_asset(specs=[dg.AssetSpec("orders"), dg.AssetSpec("refunds")])
def everything(): ...  # expect: duplicate-asset-key

defs = dg.Definitions(assets=[orders, orders_again, everything])
