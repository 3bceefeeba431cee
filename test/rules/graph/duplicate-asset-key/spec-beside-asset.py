import dagster as dg

@dg.asset
def orders(): ...

external = dg.AssetSpec("orders")  # expect: duplicate-asset-key

defs = dg.Definitions(assets=[orders, external])
