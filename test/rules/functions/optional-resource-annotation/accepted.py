from typing import Optional

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(shop: Shop): ...

@dg.asset
def revenue(orders: Optional[Shop]): ...

defs = dg.Definitions(assets=[orders, revenue], resources={"shop": Shop()})
