"""Stands in for the package: names that also have a module of their own."""
from dagster import ConfigurableResource


class S3Resource(ConfigurableResource):
    region_name: str = "eu-west-1"
