import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
morning = dg.ScheduleDefinition(name="morning", job=load, cron_schedule="0 6 * * *")
evening = dg.ScheduleDefinition(name="evening", job=load, cron_schedule="0 18 * * *")

defs = dg.Definitions(assets=[orders], schedules=[morning, evening])
