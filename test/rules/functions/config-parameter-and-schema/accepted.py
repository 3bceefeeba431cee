import dagster as dg

class Since(dg.Config):
    day: str = "2024-01-01"

@dg.asset(config_schema={})
def orders(config: Since): ...

@dg.op(config_schema={"day": str})
def load(context): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(assets=[orders], jobs=[nightly])
