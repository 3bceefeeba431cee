"""Kept for its resources until the last op job has moved."""
from dagster import repository, resource


@resource
def ftp(_):
    return None


RESOURCE_DEFS = {"ftp": ftp}


def make_repository():
    @repository
    def etl_repository():
        return []

    return etl_repository
