import dagster as dg

@dg.asset(group_name="staging")
def orders(): ...

loaded = dg.load_assets_from_current_module(group_name="sales")  # expect: load-assets-group-conflict

defs = dg.Definitions(assets=loaded)
