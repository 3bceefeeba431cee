import dagster as dg


class Database(dg.ConfigurableResource):
    url: str


defs = dg.Definitions(resources={"database": Database()})
