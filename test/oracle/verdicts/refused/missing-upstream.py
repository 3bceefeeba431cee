import dagster as dg


@dg.asset
def revenue(orders): ...


defs = dg.Definitions(assets=[revenue])
