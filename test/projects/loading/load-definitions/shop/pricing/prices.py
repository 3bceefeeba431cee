from dagster import asset


@asset
def prices(orders): ...
