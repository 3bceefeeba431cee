from dagster import asset


@asset(required_resource_keys={"ftp"}, compute_kind="ftp")
def price_files(context): ...


@asset
def prices(price_files): ...
