import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"shop_api2": 1, "größe": 2})
