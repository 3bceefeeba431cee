import dagster as dg


@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2024-01-01-00:00"))
def clicks(): ...


@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"), deps=[clicks])
def sessions(): ...


@dg.asset(deps=[sessions])
def report(): ...


defs = dg.Definitions(assets=[clicks, sessions, report])
