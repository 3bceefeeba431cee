import dagster as dg


class Database(dg.ConfigurableResource):
    url: str


@dg.asset
def orders(database: Database): ...


defs = dg.Definitions(assets=[orders], resources={"db": Database(url="")})
