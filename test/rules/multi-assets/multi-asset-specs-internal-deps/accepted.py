import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")], internal_asset_deps={})
def several(): ...

@dg.multi_asset(outs={"x": dg.AssetOut(), "y": dg.AssetOut()}, internal_asset_deps={"x": set(), "y": {dg.AssetKey("x")}})
def others(): ...

defs = dg.Definitions(assets=[several, others])
