from dagster import asset

SCHEDULE = "0 1 * * *"


@asset(group_name="erp")
def erp_orders(): ...
