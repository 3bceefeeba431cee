import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")


@dg.asset(partitions_def=daily)
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    day = context.asset_partition_key_for_output()  # expect: deprecated-context-member
    context.get_op_execution_context().log.info(day)  # expect: deprecated-context-member
    context.log.info(context.get_tag("team"))  # expect: deprecated-context-member
    context.log.info(context.has_tag("team"))  # expect: deprecated-context-member
    context.log.info(context.asset_partition_key_for_output("result"))  # expect: deprecated-context-member


defs = dg.Definitions(assets=[orders])
