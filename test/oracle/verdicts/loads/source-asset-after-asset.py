import dagster as dg

@dg.asset
def orders(): ...
@dg.observable_source_asset(name="orders")
def other(): ...
defs = dg.Definitions(assets=[orders, other])
