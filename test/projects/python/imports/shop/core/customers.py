from dagster import asset

from .. import settings


@asset(group_name=settings.group_for("customers"))
def customers(): ...
