import dagster as dg


class Database(dg.ConfigurableResource):
    url: str


class Shop(dg.ConfigurableResource):
    database: Database


@dg.asset
def orders(shop: Shop, database: Database): ...


later = Database.configure_at_launch()

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(database=later), "database": later})
