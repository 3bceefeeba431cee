from enum import Enum
import dagster as dg

class Tier(str, Enum):
    GOLD = "gold"

@dg.asset(tags={"priority": "3", "tier": Tier.GOLD.value})
def orders(): ...

@dg.op(tags={"priority": 3})
def step(): ...

defs = dg.Definitions(assets=[orders])
