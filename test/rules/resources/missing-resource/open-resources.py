import random
import dagster as dg

class Database(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(database: Database): ...  # expect: missing-resource (info)

defs = dg.Definitions(assets=[orders], resources=dict(random.sample([], 0)))
