import dagster as dg
@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def m() -> None: ...

defs = dg.Definitions(assets=[m])
