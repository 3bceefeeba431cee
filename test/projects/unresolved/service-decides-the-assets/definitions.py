import catalogue_client
from dagster import AssetSpec, Definitions, asset, define_asset_job

catalogue = catalogue_client.connect()
tables = catalogue.tables()


def copy_of(table):
    @asset(name=f"{table}_copy", group_name="copies")
    def _copy(): ...

    return _copy


copies = [copy_of(table) for table in tables]


@asset(deps=[AssetSpec("erp")])
def customers(): ...


job = define_asset_job("customers_job", selection=[customers])

defs = Definitions(assets=[*copies, customers], jobs=[job])
