from dagster import asset, define_asset_job


@asset
def stock(): ...


stock_job = define_asset_job("stock_job", "stock")
