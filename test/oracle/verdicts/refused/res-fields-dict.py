import dagster as dg
from typing import Dict
class R(dg.ConfigurableResource):
    opts: Dict[str, str]
r = R(opts=[1])

defs = dg.Definitions()
