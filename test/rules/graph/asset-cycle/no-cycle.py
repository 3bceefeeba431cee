import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders): ...

@dg.asset
def report(orders, revenue): ...

@dg.multi_asset(specs=[dg.AssetSpec("x", deps=["y"]), dg.AssetSpec("y", deps=["x"])])
def own_affair(): ...

defs = dg.Definitions(assets=[orders, revenue, report, own_affair, dg.AssetSpec("m", deps=["n"]), dg.AssetSpec("n", deps=["m"])])
