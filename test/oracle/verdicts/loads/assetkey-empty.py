import dagster as dg
k = dg.AssetKey([])
@dg.asset(key=k)
def a(): ...

defs = dg.Definitions(assets=[a])
