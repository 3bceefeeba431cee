import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info(context.run.run_id)

defs = dg.Definitions(assets=[orders])
