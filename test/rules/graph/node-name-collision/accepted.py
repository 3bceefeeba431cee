import dagster as dg

@dg.asset(key=["a", "b"])
def first(): ...

@dg.asset(key=["b", "a"])
def second(): ...

@dg.multi_asset(specs=[dg.AssetSpec("x"), dg.AssetSpec("y")])
def several(): ...

defs = dg.Definitions(assets=[first, second, several, several])
