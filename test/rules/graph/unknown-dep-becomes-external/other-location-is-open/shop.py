import dagster as dg
from warehouse_client import build_assets

defs = dg.Definitions(assets=build_assets())
