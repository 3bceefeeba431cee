import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset(required_resource_keys={"database"})  # expect: resources-in-both-places
def orders(context, shop: Shop): ...

@dg.op(required_resource_keys={"database"})  # expect: resources-in-both-places
def step(context, shop: Shop): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(), "database": 1})
