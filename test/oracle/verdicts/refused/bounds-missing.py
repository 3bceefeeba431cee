import dagster as dg


@dg.asset
def orders(): ...


defs = dg.Definitions(assets=[orders], asset_checks=dg.build_metadata_bounds_checks(assets=[orders], metadata_key="rows"))
