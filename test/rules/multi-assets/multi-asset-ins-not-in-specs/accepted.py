import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a", deps=["orders"]), dg.AssetSpec("b")])
def several(orders): ...

@dg.multi_asset(specs=[dg.AssetSpec("c", deps=["orders"])], ins={"placed": dg.AssetIn("orders")})
def others(context, placed): ...

defs = dg.Definitions(assets=[orders, several, others])
