import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders=None): ...  # expect: parameter-default-ignored

defs = dg.Definitions(assets=[orders, revenue])
