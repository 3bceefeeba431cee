import dagster as dg

class Settings(dg.Config):
    limit: int = 5

@dg.asset
def orders(context, config: Settings): ...

@dg.asset
def refunds(orders: Settings): ...

defs = dg.Definitions(assets=[orders, refunds])
