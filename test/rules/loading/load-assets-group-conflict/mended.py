import dagster as dg

@dg.asset
def orders(): ...

loaded = dg.load_assets_from_current_module(group_name="sales")

defs = dg.Definitions(assets=loaded)
