import dagster as dg
from typing import Optional
class R(dg.ConfigurableResource):
    host: Optional[str]
r = R()

defs = dg.Definitions()
