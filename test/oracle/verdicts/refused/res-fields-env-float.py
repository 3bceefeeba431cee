import dagster as dg
class R(dg.ConfigurableResource):
    on: float
r = R(on=dg.EnvVar("ON"))

defs = dg.Definitions()
