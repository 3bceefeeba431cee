import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], resources={"db": Database()}),
    dg.Definitions(resources={"db": Database()}),  # expect: merge-resource-conflict
)
