import dagster as dg


class Database(dg.ConfigurableResource):
    url: str


shared = Database(url="a")
defs = dg.Definitions.merge(dg.Definitions(resources={"database": shared}), dg.Definitions(resources={"database": shared}))
