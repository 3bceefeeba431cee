from dagster import asset


@asset
def orders(): ...


@asset
def returns(): ...
