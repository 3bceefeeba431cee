import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["2023-2024", "2025"]))
def orders(): ...

defs = dg.Definitions(assets=[orders])
