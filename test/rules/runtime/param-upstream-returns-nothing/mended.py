import dagster as dg

@dg.asset
def orders() -> None: ...

@dg.asset(deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
