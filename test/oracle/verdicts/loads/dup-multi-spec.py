import dagster as dg
@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("a", description="x")])
def m(): ...

defs = dg.Definitions(assets=[m])
