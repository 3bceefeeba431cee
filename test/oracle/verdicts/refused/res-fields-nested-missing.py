import dagster as dg
class A(dg.ConfigurableResource):
    x: int = 1
class B(dg.ConfigurableResource):
    a: A
b = B()

defs = dg.Definitions()
