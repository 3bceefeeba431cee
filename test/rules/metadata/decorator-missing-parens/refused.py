from dagster import asset_check, multi_asset
import dagster as dg

@asset_check  # expect: decorator-missing-parens
def rows(): ...

@multi_asset  # expect: decorator-missing-parens
def several(): ...

defs = dg.Definitions()
