import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset(required_resource_keys=set())
def orders(context, shop: Shop): ...

@dg.asset(required_resource_keys={"shop"})
def refunds(context): ...

defs = dg.Definitions(assets=[orders, refunds], resources={"shop": Shop()})
