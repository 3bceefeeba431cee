import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily)
def customers(): ...

load = dg.define_asset_job("load", selection="orders")
at_night = dg.build_schedule_from_partitioned_job(dg.define_asset_job("load", selection="customers"))  # expect: schedule-sensor-conflicting-job

defs = dg.Definitions(assets=[orders, customers], jobs=[load], schedules=[at_night])
