import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us", "eu"]))  # expect: partition-keys-duplicate
def orders(): ...

defs = dg.Definitions(assets=[orders])
