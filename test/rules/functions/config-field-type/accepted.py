import enum
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Mapping, Optional

from pydantic import Field, PrivateAttr

import dagster as dg

class Tier(enum.Enum):
    GOLD = "gold"

class Inner(dg.Config):
    x: int = 1

class Options(dg.Config):
    a: int
    b: Optional[float] = None
    c: list[str] = Field(default_factory=list)
    d: Mapping[str, Any] = {}
    e: Literal["a", "b"] = "a"
    f: Tier = Tier.GOLD
    g: list[Inner] = []
    h: Annotated[int, Field(gt=1)] = 2
    i: dict = {}
    j: ClassVar[set] = set()

class Database(dg.ConfigurableResource):
    _since: date = PrivateAttr()
    url: str = ""

class Shop(dg.ConfigurableResource):
    database: Database
    nested: dg.ResourceDependency[str]

class NotUsed(dg.Config):
    since: date

@dg.asset
def orders(config: Options, shop: Shop): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(database=Database(), nested="x")})
