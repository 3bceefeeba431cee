import dagster as dg


@dg.multi_asset(specs=[dg.AssetSpec("a", description="one"), dg.AssetSpec("a", description="other")])
def several(): ...


defs = dg.Definitions(assets=[several])
