import dagster as dg
@dg.asset_sensor(asset_key=["a"])
def s(c, e): ...

defs = dg.Definitions(sensors=[s])
