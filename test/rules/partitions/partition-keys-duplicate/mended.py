import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
