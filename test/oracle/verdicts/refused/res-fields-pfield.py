import dagster as dg
from pydantic import Field
class R(dg.ConfigurableResource):
    host: str = Field(description="x")
r = R()

defs = dg.Definitions()
