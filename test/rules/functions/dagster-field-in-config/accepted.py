from pydantic import Field

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = Field(default="x", description="where")

@dg.op(config_schema={"limit": dg.Field(int, default_value=5)})
def step(context): ...

defs = dg.Definitions(resources={"shop": Shop()})
