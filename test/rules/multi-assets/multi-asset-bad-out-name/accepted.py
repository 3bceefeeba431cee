import dagster as dg

@dg.multi_asset(outs={"raw_orders": dg.AssetOut(key="raw-orders")})
def several(): ...

@dg.multi_asset(specs=[dg.AssetSpec("raw-refunds")])
def others(): ...

defs = dg.Definitions(assets=[several, others])
