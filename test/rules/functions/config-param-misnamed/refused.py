import dagster as dg

class Settings(dg.Config):
    limit: int = 5

@dg.asset
def orders(context, settings: Settings): ...  # expect: config-param-misnamed

defs = dg.Definitions(assets=[orders])
