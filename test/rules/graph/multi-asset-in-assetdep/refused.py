import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

dep = dg.AssetDep(several)  # expect: multi-asset-in-assetdep

defs = dg.Definitions(assets=[several])
