import dagster as dg
@dg.sensor
def s(c): ...

defs = dg.Definitions(sensors=[s])
