import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def several() -> int: ...  # expect: multi-asset-return-annotation

@dg.multi_asset(outs={"c": dg.AssetOut(), "d": dg.AssetOut()})
def others() -> tuple[int, int, int]: ...  # expect: multi-asset-return-annotation

@dg.op(out={"e": dg.Out(), "f": dg.Out()})
def step() -> list[int]: ...  # expect: multi-asset-return-annotation

defs = dg.Definitions()
