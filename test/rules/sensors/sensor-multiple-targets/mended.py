import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")

@dg.sensor(job=load)
def on_file(context): ...

defs = dg.Definitions(assets=[orders], sensors=[on_file])
