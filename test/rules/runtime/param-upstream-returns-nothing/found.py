import dagster as dg

@dg.asset
def orders() -> None: ...

@dg.asset
def revenue(orders): ...  # expect: param-upstream-returns-nothing

defs = dg.Definitions(assets=[orders, revenue])
