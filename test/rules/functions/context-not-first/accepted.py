import dagster as dg

@dg.asset
def orders(context): ...

@dg.asset
def revenue(_context, orders): ...

defs = dg.Definitions(assets=[orders, revenue])
