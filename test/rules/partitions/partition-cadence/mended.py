import dagster as dg

@dg.asset(partitions_def=dg.TimeWindowPartitionsDefinition(start="2025-01-01", fmt="%Y-%m-%d", cron_schedule="0 0 * * *"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
