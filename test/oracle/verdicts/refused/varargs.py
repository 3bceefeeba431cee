import dagster as dg


@dg.asset
def orders(*upstream): ...


defs = dg.Definitions(assets=[orders])
