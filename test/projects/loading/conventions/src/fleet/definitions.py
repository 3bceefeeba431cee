import dagster as dg

from fleet import vehicles

defs = dg.Definitions(assets=dg.load_assets_from_modules([vehicles]), schedules=[vehicles.inspection])
