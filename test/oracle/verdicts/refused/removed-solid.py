from dagster import Definitions, solid


@solid
def orders(): ...


defs = Definitions()
