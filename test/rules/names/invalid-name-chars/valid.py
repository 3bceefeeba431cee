import dagster as dg

@dg.op(name="Load_Orders_2")
def load_orders(): ...

@dg.job(name="_nightly")
def nightly():
    load_orders()

@dg.asset(name="my-asset", key_prefix=["raw.data"])
def orders(): ...

@dg.sensor(job=nightly)
def new_orders(): ...

defs = dg.Definitions(assets=[orders, dg.AssetSpec("any thing")], jobs=[nightly], sensors=[new_orders])
