import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(context, *, orders): ...  # expect: keyword-only-param-not-a-dependency

defs = dg.Definitions(assets=[orders, revenue])
