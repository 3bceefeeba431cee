import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut()}, specs=[dg.AssetSpec("b")])  # expect: multi-asset-outs-and-specs
def several(): ...

defs = dg.Definitions()
