from dagster import asset

SCHEDULE = "0 2 * * *"


@asset(group_name="crm")
def crm_contacts(): ...
