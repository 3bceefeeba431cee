import dagster as dg
import vault_client


class Database(dg.ConfigurableResource):
    user: str
    password: str


@dg.asset
def orders(database: Database): ...


@dg.asset
def revenue(orders): ...


defs = dg.Definitions(
    assets=[orders, revenue],
    resources={"database": Database(user="shop", password=vault_client.read("shop/database"))},
)
