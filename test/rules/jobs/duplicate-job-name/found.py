import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

load_orders = dg.define_asset_job("load", selection="orders")
load_customers = dg.define_asset_job("load", selection="customers")  # expect: duplicate-job-name

defs = dg.Definitions(assets=[orders, customers], jobs=[load_orders, load_customers])
