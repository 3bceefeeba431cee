import dagster as dg
from typing import Literal
class R(dg.ConfigurableResource):
    mode: Literal["a", "b"]
r = R(mode="c")

defs = dg.Definitions()
