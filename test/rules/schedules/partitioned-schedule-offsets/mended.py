import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
hourly = dg.build_schedule_from_partitioned_job(load, minute_of_hour=3)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[hourly])
