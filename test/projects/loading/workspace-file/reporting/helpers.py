from dagster import asset


@asset
def not_an_entry(): ...
