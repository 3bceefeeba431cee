import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a", deps=[orders])], deps=[])
def several(): ...

@dg.multi_asset(outs={"b": dg.AssetOut()}, deps=[orders])
def others(): ...

defs = dg.Definitions(assets=[orders, several, others])
