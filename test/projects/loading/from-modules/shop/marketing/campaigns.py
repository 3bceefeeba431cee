from dagster import AssetKey, asset


@asset(deps=["leads", AssetKey(["core", "orders"])])
def campaigns(): ...
