import dagster as dg

@dg.multi_asset(outs={}, specs=[dg.AssetSpec("b")])
def several(): ...

@dg.multi_asset(outs={"a": dg.AssetOut()}, specs=None)
def others(): ...

defs = dg.Definitions(assets=[several, others])
