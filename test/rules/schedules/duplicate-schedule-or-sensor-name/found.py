import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
morning = dg.ScheduleDefinition(job=load, cron_schedule="0 6 * * *")
evening = dg.ScheduleDefinition(job=load, cron_schedule="0 18 * * *")  # expect: duplicate-schedule-or-sensor-name

defs = dg.Definitions(assets=[orders], schedules=[morning, evening])
