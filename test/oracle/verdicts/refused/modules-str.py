import dagster as dg
defs = dg.Definitions(assets=dg.load_assets_from_modules(["x"]))
