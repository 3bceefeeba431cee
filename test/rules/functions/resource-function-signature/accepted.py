import dagster as dg

@dg.resource
def shop(): ...

@dg.resource
def database(anything): ...

@dg.resource(required_resource_keys={"shop"})
def both(_, url="", *, name=None): ...

defs = dg.Definitions()
