import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

@dg.sensor(target=[orders])
def on_file(context, database: Database): ...  # expect: instigator-missing-resource

defs = dg.Definitions(assets=[orders], sensors=[on_file], resources={"db": Database()})
