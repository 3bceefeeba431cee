import dagster as dg
class C(dg.Config):
    x: int
c = C()

defs = dg.Definitions()
