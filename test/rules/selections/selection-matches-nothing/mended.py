import dagster as dg

@dg.asset(group_name="sales")
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="group:sales")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
