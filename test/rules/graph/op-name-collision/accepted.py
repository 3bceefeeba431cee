import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def step(): ...

@dg.job
def nightly():
    step()
    step()

@dg.job
def weekly():
    step.alias("again")()

orders_job = dg.define_asset_job("orders_job")

defs = dg.Definitions(assets=[orders, dg.AssetSpec("spec")], jobs=[orders_job, nightly, weekly])
