"""Stands in for the package: a resource whose name does not say so."""
from dagster import ConfigurableResource


class PagerDutyService(ConfigurableResource):
    routing_key: str
