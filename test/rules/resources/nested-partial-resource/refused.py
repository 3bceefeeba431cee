import dagster as dg


class Database(dg.ConfigurableResource):
    url: str


class Shop(dg.ConfigurableResource):
    database: Database


@dg.asset
def orders(shop: Shop): ...


defs = dg.Definitions(
    assets=[orders],
    resources={"shop": Shop(database=Database.configure_at_launch())},  # expect: nested-partial-resource
)
