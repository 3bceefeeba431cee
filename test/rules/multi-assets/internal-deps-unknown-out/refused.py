import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"c": {dg.AssetKey("a")}})  # expect: internal-deps-unknown-out
def several(): ...

defs = dg.Definitions()
