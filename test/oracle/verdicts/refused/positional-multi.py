import dagster as dg
@dg.multi_asset([dg.AssetSpec("a")])
def x(): ...

defs = dg.Definitions(assets=[x])
