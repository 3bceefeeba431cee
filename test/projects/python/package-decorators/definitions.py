from dagster import Definitions, define_asset_job, load_assets_from_modules

from shop import assets

defs = Definitions(assets=load_assets_from_modules([assets]), jobs=[define_asset_job("refresh")])
