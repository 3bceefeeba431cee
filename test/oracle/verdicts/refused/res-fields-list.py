import dagster as dg
from typing import List
class R(dg.ConfigurableResource):
    hosts: List[str]
r = R(hosts="abc")

defs = dg.Definitions()
