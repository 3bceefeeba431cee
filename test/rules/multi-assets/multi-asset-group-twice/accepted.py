import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a", group_name="shop"), dg.AssetSpec("b")], group_name="shop")
def several(): ...

@dg.multi_asset(specs=[dg.AssetSpec("c", group_name="shop"), dg.AssetSpec("d", group_name="raw")])
def others(): ...

defs = dg.Definitions(assets=[several, others])
