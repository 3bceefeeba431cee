import dagster as dg
@dg.asset
def a(): ...
@dg.asset(ins={"q": "a"})
def x(q): ...

defs = dg.Definitions(assets=[a, x])
