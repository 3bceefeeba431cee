import dagster as dg
@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"b": {"a"}})
def m(): ...

defs = dg.Definitions(assets=[m])
