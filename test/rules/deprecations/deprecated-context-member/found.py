import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info(context.run_id)  # expect: deprecated-context-member

defs = dg.Definitions(assets=[orders])
