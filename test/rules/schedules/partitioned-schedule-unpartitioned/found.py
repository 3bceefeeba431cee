import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
daily = dg.build_schedule_from_partitioned_job(load)  # expect: partitioned-schedule-unpartitioned

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[daily])
