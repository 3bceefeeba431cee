import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.ScheduleDefinition(job=load, cron_schedule="@daily")  # expect: partitioned-job-plain-schedule

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[nightly])
