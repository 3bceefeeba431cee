import dagster as dg

@dg.asset
def orders(): ...

checks = dg.build_metadata_bounds_checks(assets=[orders], metadata_key="rows", min_value=1, max_value=1)

defs = dg.Definitions(assets=[orders], asset_checks=checks)
