import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a", description="one"), dg.AssetSpec("a", description="one")])
def several(): ...

defs = dg.Definitions(assets=[several, dg.AssetSpec("orders", owners=["team:a"]), dg.AssetSpec("orders", owners=["team:a"])])
