from dagster import asset


@asset(group_name=None)
def leads(): ...
