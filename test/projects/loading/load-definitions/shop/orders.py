from dagster import asset, asset_check, AssetCheckResult, AssetSpec, define_asset_job, sensor

erp = AssetSpec("erp_feed")


@asset(deps=[erp])
def orders(): ...


@asset_check(asset=orders)
def fresh():
    return AssetCheckResult(passed=True)


orders_job = define_asset_job("orders_job", selection=[orders])


@sensor(job=orders_job)
def feed_arrived(): ...
