import dagster as dg


@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"))
def orders(): ...


@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu"]), deps=[orders])
def regional(): ...


defs = dg.Definitions(assets=[orders, regional])
