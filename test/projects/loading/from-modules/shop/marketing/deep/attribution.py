from dagster import AutomationCondition, asset

from ..campaigns import campaigns


@asset(automation_condition=AutomationCondition.eager(), deps=[campaigns])
def attribution(): ...
