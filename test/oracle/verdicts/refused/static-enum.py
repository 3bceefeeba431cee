import dagster as dg
from enum import Enum
class E(Enum):
    A = "a"
p = dg.StaticPartitionsDefinition([e for e in E])

defs = dg.Definitions()
