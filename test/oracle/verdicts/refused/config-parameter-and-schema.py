import dagster as dg

class Since(dg.Config):
    day: str = ""
@dg.asset(config_schema={"day": str})
def orders(config: Since): ...
defs = dg.Definitions(assets=[orders])
