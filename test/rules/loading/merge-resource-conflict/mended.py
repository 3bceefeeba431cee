import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

database = Database()

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], resources={"db": database}),
    dg.Definitions(resources={"db": database}),
)
