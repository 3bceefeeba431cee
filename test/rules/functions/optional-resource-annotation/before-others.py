from typing import Optional

import dagster as dg


class Shop(dg.ConfigurableResource):
    url: str = ""


@dg.asset
def orders(): ...


@dg.asset
def refunds(orders, shop: Optional[Shop] = None):  # expect: optional-resource-annotation
    return shop


defs = dg.Definitions(assets=[orders, refunds], resources={"shop": Shop()})
