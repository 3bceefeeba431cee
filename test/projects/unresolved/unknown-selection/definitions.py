import dagster as dg
from catalogue_client import connect


@dg.asset
def orders(): ...


@dg.asset
def returns(): ...


@dg.asset
def complaints(): ...


published = dg.define_asset_job("published", selection=dg.AssetSelection.assets(*connect().tables()))
complaints_job = dg.define_asset_job("complaints_job", selection=[complaints])
defs = dg.Definitions(assets=[orders, returns, complaints], jobs=[published, complaints_job])
