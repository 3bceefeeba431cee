import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

@dg.asset
def orders(): ...

@dg.asset(deps=[several, dg.AssetDep(orders), dg.AssetDep("a")])
def report(): ...

defs = dg.Definitions(assets=[several, orders, report])
