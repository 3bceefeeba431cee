import dagster as dg
from shop_shared.assets import archive_of, shared_resources
from shop_shared.naming import team


@dg.asset(owners=[team("orders")])
def orders(): ...


defs = dg.Definitions(assets=[orders, archive_of(orders)], resources=shared_resources())
