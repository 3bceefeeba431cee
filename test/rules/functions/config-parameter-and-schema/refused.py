import dagster as dg

class Since(dg.Config):
    day: str = "2024-01-01"

@dg.asset(config_schema={"day": str})  # expect: config-parameter-and-schema
def orders(config: Since): ...

@dg.op(config_schema={"day": dg.Field(str)})  # expect: config-parameter-and-schema
def load(context, config: dict): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(assets=[orders], jobs=[nightly])
