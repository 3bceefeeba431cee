import dagster as dg

@dg.asset(partitions_def=dg.DynamicPartitionsDefinition())  # expect: dynamic-partitions-unnamed
def orders(): ...

defs = dg.Definitions(assets=[orders])
