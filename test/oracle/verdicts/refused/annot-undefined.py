import dagster as dg
@dg.asset
def a() -> Frame: ...

defs = dg.Definitions(assets=[a])
