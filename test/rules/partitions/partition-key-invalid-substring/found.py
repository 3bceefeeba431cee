import dagster as dg

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["2023...2024", "2025"]))  # expect: partition-key-invalid-substring
def orders(): ...

defs = dg.Definitions(assets=[orders])
