import dagster as dg
class A(dg.ConfigurableResource):
    x: str
class B(dg.ConfigurableResource):
    a: A
@dg.asset
def z(b: B): ...
part = A.configure_at_launch()
defs = dg.Definitions(assets=[z], resources={"b": B(a=part), "a": part})
