import dagster as dg

@dg.asset
def orders(_: dg.AssetExecutionContext): ...

@dg.asset
def refunds(context_: dg.AssetExecutionContext): ...

@dg.asset
def ctx(): ...

@dg.asset
def stock(ctx: dg.AssetExecutionContext): ...

defs = dg.Definitions(assets=[orders, refunds, ctx, stock])
