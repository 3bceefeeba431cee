import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def step(): ...

@dg.job
def nightly():
    step()

@dg.op(name="step")  # expect: op-name-collision
def other_step(): ...

@dg.job
def weekly():
    other_step()

orders_job = dg.define_asset_job("orders")  # expect: op-name-collision

defs = dg.Definitions(assets=[orders], jobs=[orders_job, nightly, weekly])
