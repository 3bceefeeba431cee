import dagster as dg


@dg.multi_asset(specs=[dg.AssetSpec("orders", group_name="a"), dg.AssetSpec("lines", group_name="b")])
def everything(): ...


defs = dg.Definitions(assets=[everything])
