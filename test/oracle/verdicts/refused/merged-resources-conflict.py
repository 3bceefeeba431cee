import dagster as dg


class Database(dg.ConfigurableResource):
    url: str


first = dg.Definitions(resources={"database": Database(url="a")})
second = dg.Definitions(resources={"database": Database(url="b")})
defs = dg.Definitions.merge(first, second)
