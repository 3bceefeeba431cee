import dagster as dg
@dg.multi_asset(outs={"x": dg.AssetOut(key="k"), "y": dg.AssetOut(key="k")})
def m(): ...

defs = dg.Definitions(assets=[m])
