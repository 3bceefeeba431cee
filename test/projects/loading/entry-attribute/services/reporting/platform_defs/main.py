import dagster as dg

from platform_defs import assets

reporting = dg.Definitions(assets=dg.load_assets_from_modules([assets], group_name="reporting"))
experiments = dg.Definitions(assets=[dg.AssetSpec("experiment")])
