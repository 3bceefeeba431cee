import dagster as dg
@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def m() -> dg.MaterializeResult: ...

defs = dg.Definitions(assets=[m])
