import dagster as dg


@dg.asset
def totals(input): ...


defs = dg.Definitions(assets=[totals])
