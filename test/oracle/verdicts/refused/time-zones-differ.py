import dagster as dg


@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01", timezone="Europe/Rome"))
def orders(): ...


@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"), deps=[orders])
def revenue(): ...


defs = dg.Definitions(assets=[orders, revenue])
