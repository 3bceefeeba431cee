"""Stands in for the package: an I/O manager to derive from, and a function that makes one."""
from dagster import ConfigurableIOManagerFactory, mem_io_manager


class DuckDBIOManager(ConfigurableIOManagerFactory):
    database: str

    def create_io_manager(self, context): ...


def build_duckdb_io_manager(type_handlers):
    return mem_io_manager
