import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info("loading")

defs = dg.Definitions(assets=[orders])
