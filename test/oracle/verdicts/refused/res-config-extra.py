import dagster as dg
class C(dg.Config):
    x: int = 1
c = C(x="a b")

defs = dg.Definitions()
