import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a", deps=["c"]), dg.AssetSpec("b", deps=["a"])])  # expect: asset-cycle
def both(): ...

@dg.asset(deps=["b"])
def c(): ...

defs = dg.Definitions(assets=[both, c])
