import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders", owners=["shop"])  # expect: invalid-definition-owner

@dg.op
def step(): ...

@dg.job(owners=["team:"])  # expect: invalid-definition-owner
def manual():
    step()

at_night = dg.ScheduleDefinition(name="at_night", cron_schedule="0 3 * * *", target="orders", owners=["ann"])  # expect: invalid-definition-owner

@dg.sensor(job=nightly, owners=["x@y"])  # expect: invalid-definition-owner
def new_orders(): ...

defs = dg.Definitions(assets=[orders], jobs=[nightly, manual], schedules=[at_night], sensors=[new_orders])
