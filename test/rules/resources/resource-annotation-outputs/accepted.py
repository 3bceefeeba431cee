import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

class Sub(Shop): ...

@dg.asset
def orders(shop: Sub): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Sub()})
