import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders, context): ...  # expect: context-not-first

@dg.op
def step(rows, context): ...  # expect: context-not-first

@dg.asset
def keyword_only(orders, *, context): ...  # expect: context-not-first

defs = dg.Definitions(assets=[orders, revenue])
