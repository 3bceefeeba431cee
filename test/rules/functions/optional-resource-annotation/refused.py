import typing

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(shop: typing.Optional[Shop]): ...  # expect: optional-resource-annotation

@dg.asset
def refunds(shop: Shop | None = None): ...  # expect: optional-resource-annotation

defs = dg.Definitions(assets=[orders, refunds], resources={"shop": Shop()})
