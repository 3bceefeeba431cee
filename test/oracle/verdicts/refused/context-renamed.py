import dagster as dg


@dg.asset
def orders(ctx: dg.AssetExecutionContext): ...


defs = dg.Definitions(assets=[orders])
