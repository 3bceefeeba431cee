import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"b": {dg.AssetKey("a")}})
def several(): ...

defs = dg.Definitions(assets=[several])
