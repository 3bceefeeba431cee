from dagster import asset

SCHEDULE = None


@asset(group_name="web")
def web_visits(): ...
