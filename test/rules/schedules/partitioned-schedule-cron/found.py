import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
daily = dg.build_schedule_from_partitioned_job(load, cron_schedule="0 3 * * *")  # expect: partitioned-schedule-cron

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[daily])
