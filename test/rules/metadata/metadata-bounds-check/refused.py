import dagster as dg

@dg.asset
def orders(): ...

none = dg.build_metadata_bounds_checks(assets=[orders], metadata_key="rows")  # expect: metadata-bounds-check
order = dg.build_metadata_bounds_checks(assets=[orders], metadata_key="rows", min_value=2, max_value=1.5)  # expect: metadata-bounds-check

defs = dg.Definitions(assets=[orders])
