import dagster as dg


@dg.asset
def revenue(*, orders=None): ...


defs = dg.Definitions(assets=[revenue])
