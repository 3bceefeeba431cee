import dagster as dg

@dg.asset(partitions_def=dg.DynamicPartitionsDefinition(name="customers"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
