import dagster as dg


@dg.asset(partitions_def=dg.DynamicPartitionsDefinition)
def orders(): ...


defs = dg.Definitions(assets=[orders])
